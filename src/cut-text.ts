const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Half of a surrogate pair, left at the end of a text that was cut between the two. */
const LONE_HALF = /[\ud800-\udbff]$/;

/**
 * The beginning of a text, cut between the characters that people see: never inside an emoji, a flag or an accented
 * letter. White space at the end goes too, since Telegram would cut it off an entity.
 * @param max how many UTF-16 units at most, as Telegram counts
 */
export function cutText(text: string, max: number): string {
	return text.length <= max ? text : text.slice(0, lastPlace(text, max)).trimEnd();
}

/**
 * A text in parts that follow each other: between lines, or inside a line that alone is too long. Nothing is lost but
 * white space at the ends of the parts.
 * @param max how many UTF-16 units a part has at most
 * @returns no part that is empty
 */
export function splitText(text: string, max: number): string[] {
	const parts: string[] = [];
	let rest = text.trim();
	while (rest.length > max) {
		const lineEnd = rest.lastIndexOf('\n', max);
		const end = lineEnd > 0 ? lineEnd : lastPlace(rest, max);
		parts.push(rest.slice(0, end).trimEnd());
		rest = rest.slice(end).trim();
	}
	return rest === '' ? parts : [...parts, rest];
}

/** The last place up to `max` at which a character ends. One that alone is longer is cut between its code points. */
function lastPlace(text: string, max: number): number {
	let place = 0;
	for (const { index, segment } of graphemes.segment(text)) {
		if (index + segment.length > max) {
			break;
		}
		place = index + segment.length;
	}
	return place > 0 ? place : text.slice(0, max).replace(LONE_HALF, '').length;
}
