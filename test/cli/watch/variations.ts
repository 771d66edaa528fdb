/** Pages as carriers write them, drawn anew each time: the same facts in another dress, order and layout. */

/** A fact on a page, and in the claim. `draw` writes it in one of the ways in which pages do. */
export type Fact = { shown: string; draw: (random: Random) => string; change: (random: Random) => Fact };

export type Random = () => number;

/** A generator that gives the same numbers in each run (mulberry32). */
export function seeded(seed: number): Random {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

export function pick<T>(random: Random, list: readonly T[]): T {
	return list[Math.floor(random() * list.length)] as T;
}

export function shuffle<T>(random: Random, list: readonly T[]): T[] {
	return list
		.map((one) => ({ one, at: random() }))
		.sort((a, b) => a.at - b.at)
		.map(({ one }) => one);
}

const wide = (text: string): string =>
	text.replaceAll(/[!-~]/g, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) + 0xfee0));
const comma = (number: number): string => number.toLocaleString('en');
/** Another number of about the same size. */
const other = (random: Random, number: number): number => number + 1 + Math.floor(random() * Math.max(8, number / 5));

export function yen(number: number): Fact {
	return {
		shown: `${comma(number)} yen`,
		draw: (random) =>
			pick(random, [
				`${comma(number)}円`,
				`${number}円`,
				`${wide(comma(number))}円`,
				`${wide(String(number))} 円`,
				`¥${comma(number)}`,
				`￥${number}`,
				`<b>${comma(number)}</b><small>円</small>`,
				`${comma(number)}円（税込）`,
				`<span class="num">${comma(number)}</span>\n\t円/月`,
				`${comma(number)} yen`,
				`JPY ${comma(number)}`,
			]),
		change: (random) => yen(other(random, number)),
	};
}

const COUNTED = {
	days: ['日', '日間', ' 日間', '天', ' days'],
	months: ['か月', 'ヶ月', 'カ月', '個月', ' months'],
	GB: ['GB', ' GB', 'ギガ', 'gb'],
	hours: ['時間', ' 時間', ' hours'],
} as const;

export function counted(number: number, unit: keyof typeof COUNTED): Fact {
	return {
		shown: `${number} ${unit}`,
		draw: (random) => {
			const digits = pick(random, [`${number}`, wide(`${number}`), `<em>${number}</em>`]);
			return `${digits}${pick(random, COUNTED[unit])}`;
		},
		change: (random) => counted(other(random, number), unit),
	};
}

export function clock(hour: number): Fact {
	const half = hour < 12 ? '午前' : '午後';
	return {
		shown: `${hour}:00`,
		draw: (random) =>
			pick(random, [
				`${hour}:00`,
				wide(`${hour}:00`),
				`${hour}時`,
				`${half}${hour > 12 ? hour - 12 : hour}時`,
				`${half}${hour > 12 ? hour - 12 : hour}:00`,
				`${hour > 12 ? hour - 12 : hour} ${hour < 12 ? 'a' : 'p'}.m.`,
			]),
		change: () => clock(hour - 1),
	};
}

export function phone(...parts: string[]): Fact {
	const dashed = parts.join('-');
	return {
		shown: dashed,
		draw: (random) =>
			pick(random, [
				dashed,
				wide(dashed),
				parts.join(' '),
				parts.join('‐'),
				parts.join('−'),
				`（${parts[0]}）${parts.slice(1).join('-')}`,
				`<a href="tel:${parts.join('')}">${dashed}</a>`,
				`TEL:${dashed}`,
				parts.join(''),
			]),
		change: (random) => phone(...parts.slice(0, -1), String(100 + Math.floor(random() * 899))),
	};
}

export function day(year: number, month: number, date: number): Fact {
	const two = (number: number): string => String(number).padStart(2, '0');
	return {
		shown: `${year}-${two(month)}-${two(date)}`,
		draw: (random) =>
			pick(random, [
				`${year}年${month}月${date}日`,
				`${year}/${two(month)}/${two(date)}`,
				`${year}.${month}.${date}`,
				`${wide(`${year}`)}年${wide(`${month}`)}月${wide(`${date}`)}日`,
				`令和${year - 2018}年${month}月${date}日`,
			]),
		change: () => day(year, month, date > 14 ? date - 9 : date + 9),
	};
}

export function label(text: string, renamed: string): Fact {
	return {
		shown: `「${text}」`,
		draw: (random) =>
			pick(random, [
				`「${text}」`,
				`［${text}］`,
				`<button type="button">${text}</button>`,
				`<b>${text}</b>`,
				`「${text.slice(0, 2)}<wbr>${text.slice(2)}」`,
				`“${text}”`,
				`【${text}】`,
			]),
		change: () => label(renamed, text),
	};
}
