import type { Quantity } from '../../catalogue/rules/number-tokens.ts';
import type { Needle } from './needles.ts';
import { compact, type PageText, plainCharacters } from './page-text.ts';

/** Whether a page has what is looked for, in whatever dress. */
export function isOnPage(needle: Needle, page: PageText): boolean {
	return needle.kind === 'number'
		? isNumberOnPage(needle.number, page)
		: needle.labels.some((label) => isLabelOnPage(label, page));
}

/** Shorter ones are too likely to be something else, wherever they stand. */
const PHONE_DIGITS = 9;

function isNumberOnPage(number: Quantity, { quantities, bareNumbers, joinedDigits }: PageText): boolean {
	return (
		quantities.some((other) => isSame(number, other)) ||
		bareNumbers.has(number.value) ||
		isPhoneIn(number.value, joinedDigits)
	);
}

function isPhoneIn(value: string, joinedDigits: string): boolean {
	const isPhone = /^\d+$/.test(value) && value.length >= PHONE_DIGITS;
	return isPhone && (joinedDigits.includes(value) || joinedDigits.includes(`81${value.slice(1)}`));
}

const YEAR = /^(?:19|20)\d\d$/;

/** Whether two numbers are the same: 30円 are not 30日. */
export function isSame(number: Quantity, other: Quantity): boolean {
	if (midnight(number.value) !== midnight(other.value)) {
		return false;
	}
	const { value, unit } = number;
	// "the 25th" is 25日 in Japanese, and so are 25 days.
	const isDate = unit === 'date' && other.unit === 'day';
	return unit === other.unit || unit === undefined || isDate || YEAR.test(value);
}

function midnight(value: string): string {
	return value === '24:00' ? '0:00' : value;
}

const LATIN = /^[\x20-\x7e]+$/;

function isLabelOnPage(label: string, { compactLines, spacedLines }: PageText): boolean {
	const isLatin = LATIN.test(plainCharacters(label));
	const wanted = isLatin ? plainCharacters(label).toLowerCase() : compact(label);
	const lines = isLatin ? spacedLines : compactLines;
	// Line breaks may cut a label. Only then are lines joined: their ends tell a label from a longer one.
	return lines.some((line) => line.includes(wanted))
		? lines.some((line) => stands(wanted, line))
		: lines.join(isLatin ? ' ' : '').includes(wanted);
}

/** Whether a line has a label as such, and not only as a part of a longer one. */
function stands(label: string, line: string): boolean {
	for (let at = line.indexOf(label); at !== -1; at = line.indexOf(label, at + 1)) {
		if (isWhole(label, line, at)) {
			return true;
		}
	}
	return false;
}

/** A line with only so many characters more than a label is a button or a heading, not a sentence. */
const MARGIN = 6;
const BETWEEN_MENUS = /[>→/|｜・、,→⇒]/;

function isWhole(label: string, line: string, at: number): boolean {
	const end = at + label.length;
	const runsOn = (script: RegExp): boolean =>
		inScript(script, line.slice(Math.max(0, at - 1), at), label.slice(0, 1)) ||
		inScript(script, label.slice(-1), line.slice(end, end + 1));
	const inside = quotedAround(line, at, end);
	if (inside !== undefined && inside.length <= label.length + 2 * MARGIN) {
		return inside === label || inside.split(BETWEEN_MENUS).some((part) => part.trim() === label);
	}
	const isShort = line.length <= label.length + MARGIN;
	return !runsOn(LETTER) && !(isShort && SCRIPTS.some(runsOn));
}

const LETTER = /[a-z0-9]/;
const SCRIPTS = [/\p{Script=Han}/u, /[\p{Script=Katakana}ー]/u];

function inScript(script: RegExp, before: string, behind: string): boolean {
	return script.test(before) && script.test(behind);
}

/** What is longer is no label. */
const MAX_QUOTED = 100;

/** What stands in the quotation marks or brackets round a part of a line. */
function quotedAround(line: string, at: number, end: number): string | undefined {
	const before = /[「『[【“"]([^「」『』[\]【】“”"]*)$/.exec(line.slice(Math.max(0, at - MAX_QUOTED), at));
	const behind = /^([^「」『』[\]【】“”"]*)[」』\]】”"]/.exec(line.slice(end, end + MAX_QUOTED));
	return before && behind ? `${before[1]}${line.slice(at, end)}${behind[1]}` : undefined;
}
