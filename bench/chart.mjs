const WIDTH = 720;
const LEFT = 330;
const ROW = 26;
const TOP = 64;

/**
 * Each goal as a bar from nothing to what was measured; the line is the goal. Where more is better the bar must reach
 * the line, elsewhere it must not.
 * @returns an SVG
 */
export function drawChart({ goals, machine, date }) {
	const height = TOP + goals.length * ROW + 16;
	const goalAt = LEFT + (WIDTH - LEFT) * 0.5;
	const rows = goals.map(({ name, value, goal, unit, digits, met }, index) => {
		const y = TOP + index * ROW;
		const length = Math.min(WIDTH - LEFT - 90, (value / goal) * (goalAt - LEFT));
		return [
			`<text x="${LEFT - 10}" y="${y + 15}" text-anchor="end">${toXml(name)}</text>`,
			`<rect x="${LEFT}" y="${y + 3}" width="${length.toFixed(1)}" height="${ROW - 9}" fill="${met ? '#4c8bf5' : '#d9534f'}"/>`,
			`<text x="${(LEFT + length + 6).toFixed(1)}" y="${y + 15}">${value.toFixed(digits)} ${unit}</text>`,
		].join('');
	});
	const caption = `${machine.cpu ?? 'unknown processor'}, ${machine.cores} cores, Node ${machine.node}, ${date.slice(0, 10)}`;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12"><title>What was measured, beside its goals</title>`,
		`<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
		`<text x="10" y="22" font-size="15">Measured, and the goals (the line)</text><text x="10" y="42" fill="#666">${toXml(caption)}</text>`,
		...rows,
		`<line x1="${goalAt}" x2="${goalAt}" y1="${TOP - 4}" y2="${height - 12}" stroke="#333" stroke-dasharray="3 3"/>`,
		'</svg>\n',
	].join('\n');
}

function toXml(text) {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
