import { nameUnit, type Unit } from './units.ts';

/** Latin letters after a number that are a unit. Any others make it a name: 5G, 3D. */
const LATIN_UNIT =
	'(?:yen|JPY|USD|[KMGT]B|[kKMG]bps|days?|hours?|hrs?|h|minutes?|mins?|months?|weeks?|years?|times?|st|nd|rd|th|yên|ngày|giờ|tiếng|phút|tháng|tuần|năm|lần)(?!\\p{Script=Latin})';

const CJK_UNIT =
	'(?:円|日元|日圓|日|天|時間|小时|小時|分|か月|ヶ月|ケ月|カ月|ヵ月|箇月|个月|個月|月|週|周|回(?![線线])|次|年|ギガ|メガ|엔|일|시간|분|개월|달|주|년|회|번|기가|메가)';
const UNIT_BEHIND = new RegExp(`^[\\s-]*(${LATIN_UNIT}|${CJK_UNIT}|%)`, 'u');
const MONEY_BEFORE = /[¥￥$]\s*$/;

/** Counters after which a 1 claims nothing: "1回以上" means "at least once", and "一次" is often left out. */
const ONCE_BEHIND = /^\s*(?:回|次|times?|회|번|lần)/;

const PLAIN = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/g;

/**
 * The numbers that a sentence claims: 4,950円 → 4950, 0120-800-000 → 0120800000, 午後8時 → 20:00, 9月 → month 9.
 * A single digit counts only before a unit, because "one of 3 ways" needs no source.
 */
export function claimedNumbers(text: string): Set<string> {
	return new Set(readNumbers(text, isClaimed).map(({ value }) => value));
}

/** All numbers of a sentence, single digits too: what a source supports. */
export function allNumbers(text: string): Set<string> {
	return new Set(readNumbers(text, () => true).map(({ value }) => value));
}

/** A number as the functions above write it, and what it counts. */
export type Quantity = { value: string; unit?: Unit };

/** The numbers that a sentence claims, each with its unit: 30日 and "30 days" are the same, 30円 is another. */
export function claimedQuantities(text: string): Quantity[] {
	return readNumbers(text, isClaimed);
}

/** All numbers of a sentence, each with its unit. */
export function allQuantities(text: string): Quantity[] {
	return readNumbers(text, () => true);
}

function isClaimed(digits: string, behind: string, unit: Unit | undefined): boolean {
	return digits.length > 1 || (unit !== undefined && !(digits === '1' && ONCE_BEHIND.test(behind)));
}

type Counts = (digits: string, behind: string, unit: Unit | undefined) => boolean;

function readNumbers(text: string, counts: Counts): Quantity[] {
	const found: Quantity[] = [];
	let rest = toHalfWidth(text);
	for (const { pattern, read, unit } of READERS) {
		rest = rest.replace(pattern, (_match: string, ...groups: (string | number | undefined)[]) => {
			for (const token of read(
				...groups
					.filter((group) => typeof group !== 'number')
					.slice(0, -1)
					.map(asGroup),
			)) {
				found.push({ value: token, ...(unit && { unit }) });
			}
			return ' ';
		});
	}
	for (const { digits, behind, unit } of plainNumbers(rest)) {
		if (counts(digits, behind, unit)) {
			found.push({ value: plainToken(digits), ...(unit && { unit }) });
		}
	}
	return found;
}

/** In "7 or 14 days" and 7～14日 the unit of the last number is that of those before it. */
const LISTED =
	/^\s*(?:,|、|・|\/|~|〜|～|-|–|から|または|もしくは|と|和|或|至|到|or|and|to|또는|이나|나|와|과|에서|부터|hoặc|và|đến)\s*$/;

type Plain = { digits: string; behind: string; unit: Unit | undefined };

/** The numbers that are left in a text, the last one first. */
function plainNumbers(text: string): Plain[] {
	const found: Plain[] = [];
	let next: { index: number; unit: Unit | undefined } | undefined;
	for (const { index, 0: digits } of [...text.matchAll(PLAIN)].reverse()) {
		const end = index + digits.length;
		const behind = text.slice(end, end + CONTEXT);
		const isListed = next !== undefined && LISTED.test(text.slice(end, next.index));
		const own = unitOf(text.slice(Math.max(0, index - CONTEXT), index), behind);
		next = { index, unit: own ?? (isListed ? next?.unit : undefined) };
		found.push({ digits, behind, unit: next.unit });
	}
	return found;
}

/** More characters than the longest unit, with the space before it. */
const CONTEXT = 16;

function unitOf(before: string, behind: string): Unit | undefined {
	const [, shown] = UNIT_BEHIND.exec(behind) ?? [];
	if (shown !== undefined) {
		return nameUnit(shown);
	}
	const [money] = MONEY_BEFORE.exec(before) ?? [];
	return money === undefined ? undefined : nameUnit(money);
}

function asGroup(group: string | number | undefined): string | undefined {
	return typeof group === 'string' ? group : undefined;
}

/** Letters, digits and their marks only: a full-width comma separates two numbers, a half-width one may not. */
function toHalfWidth(text: string): string {
	return text.replace(/[０-９Ａ-Ｚａ-ｚ．％＠－：＋]/g, (char) =>
		String.fromCodePoint((char.codePointAt(0) ?? 0) - 0xfee0),
	);
}

function plainToken(digits: string): string {
	const plain = digits.replaceAll(',', '');
	return plain.includes('.') ? String(Number(plain)) : plain;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
	'(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const ORDINAL = '(?:st|nd|rd|th)';

/** Finds one kind of number, date, time or telephone number, and writes it in the same way in every language. */
type Reader = { pattern: RegExp; read: (...groups: (string | undefined)[]) => string[]; unit?: Unit };

const drop = (pattern: RegExp): Reader => ({ pattern, read: () => [] });

/** Applied in this order: each removes what it has found. */
const READERS: readonly Reader[] = [
	// Digits of addresses and names are no numbers.
	drop(/https?:\/\/[!-~]+/g),
	drop(/[\w.+*-]+@[\w.-]+/g),
	drop(/(?:[a-z0-9-]+\.)+[a-z]{2,}(?![a-z])(?:\/[!-~]*)?/gi),
	drop(/(?<![\d-])7-(?:11(?!\d)|eleven)/gi),
	drop(
		/\b(?:iOS|iPadOS|macOS|Android|iPhone|iPad|Pixel|Galaxy|Xperia|AQUOS|Windows|povo|ver\.?|version)\s?\d+(?:\.\d+)*/gi,
	),
	// Dates.
	{ pattern: /(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)/g, read: dateTokens, unit: 'date' },
	{ pattern: /(?:(\d{4})年)?(?<!\d)(\d{1,2})月(?:(\d{1,2})[日号號])?/g, read: dateTokens, unit: 'date' },
	{ pattern: /(?:(\d{4})년\s?)?(?<!\d)(\d{1,2})월(?:\s?(\d{1,2})일)?/g, read: dateTokens, unit: 'date' },
	{
		pattern: /(?<![\d/])(?:(\d{1,2})(?:\/|\stháng\s)|tháng\s)(\d{1,2})(?:(?:\/|\snăm\s)(\d{4}))?(?![\d/]|[.,]\d)/g,
		read: (day, month, year) => dateTokens(year, month, day),
		unit: 'date',
	},
	{
		pattern: /(?<![\d/])(\d{1,2})\/((?:19|20)\d\d)(?!\d)/g,
		read: (month, year) => dateTokens(year, month, undefined),
		unit: 'date',
	},
	{
		pattern: new RegExp(`(\\d{1,2})${ORDINAL}?\\s(?:of\\s)?${MONTH}\\b(?:,?\\s(\\d{4}))?`, 'g'),
		read: (day, month, year) => dateTokens(year, monthNumber(month), day),
		unit: 'date',
	},
	{
		pattern: new RegExp(`\\b${MONTH}\\s(\\d{1,2})(?!\\d|:)${ORDINAL}?(?:,?\\s(\\d{4}))?`, 'g'),
		read: (month, day, year) => dateTokens(year, monthNumber(month), day),
		unit: 'date',
	},
	{
		pattern: new RegExp(`\\b(?!May\\b(?!\\s\\d{4}))${MONTH}\\b(?:,?\\s(\\d{4}))?`, 'g'),
		read: (month, year) => dateTokens(year, monthNumber(month), undefined),
		unit: 'date',
	},
	// Times of the day.
	{
		pattern: /(?<!\d)(\d{1,2}):(\d{2})(?:\s?([ap])\.?m\b\.?)?/gi,
		read: (hour, minute, half) => [timeToken(hour, minute, /p/i.test(half ?? ''))],
	},
	{
		pattern: /(?<!\d)(\d{1,2})\s?([ap])\.?m\b\.?/gi,
		read: (hour, half) => [timeToken(hour, '00', /p/i.test(half ?? ''))],
	},
	{
		pattern: /(午後|下午|晚上|夜)?(?<!\d)(\d{1,2})[時时点點](?![間间])(?:(\d{1,2})分|(半))?/g,
		read: (half, hour, minute, thirty) => [timeToken(hour, thirty ? '30' : (minute ?? '00'), half !== undefined)],
	},
	{
		pattern: /(오후|저녁|밤)?(?:오전|아침|새벽)?\s?(?<!\d)(\d{1,2})시(?!간)(?:\s?(\d{1,2})분|\s?(반))?/g,
		read: (half, hour, minute, thirty) => [timeToken(hour, thirty ? '30' : (minute ?? '00'), half !== undefined)],
	},
	// Telephone numbers.
	{ pattern: /(\+\d{1,3}[-\s]?(?:\(0\)\s?)?\d[\d\s-]{4,}\d)/g, read: phoneToken },
	{ pattern: /(?<![\d,.])(0\d{1,4}([-\s])\d{1,4}(?:\2\d{1,4}){0,3})(?!\d)/g, read: phoneToken },
	{ pattern: /(?<![\d,.])(\d{1,4}(?:-\d{2,4}){2,})(?!\d)/g, read: phoneToken },
	{ pattern: /(?<![\d,.])(\d+(?:\.\d+)?)[万萬]/g, read: (number) => [String(Number(number) * 10_000)] },
	// Names with a digit in them: iOS17, v6, 5G, 3D.
	drop(/[A-Za-z]+\d{1,3}(?:\.\d+)*[A-Za-z]*(?![\d,-]*\d)/g),
	drop(new RegExp(`(?<![\\d.,])\\d+(?:\\.\\d+)?(?=[A-Za-z])(?!${LATIN_UNIT})[A-Za-z]+`, 'g')),
];

function dateTokens(year?: string, month?: string, day?: string): string[] {
	return [...(year ? [year] : []), ...(month ? [`month ${Number(month)}`] : []), ...(day ? [String(Number(day))] : [])];
}

function monthNumber(name: string | undefined): string {
	return String(MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);
}

function timeToken(hour: string | undefined, minute: string | undefined, afternoon: boolean): string {
	const hours = Number(hour) + (afternoon && Number(hour) < 12 ? 12 : 0);
	return `${hours}:${minute ?? '00'}`;
}

/** +81 and the 0 that it stands for are the same number. */
function phoneToken(shown?: string): string[] {
	const digits = (shown ?? '').replace('(0)', '').replace(/\D/g, '');
	return [shown?.startsWith('+81') ? `0${digits.slice(2)}` : digits];
}
