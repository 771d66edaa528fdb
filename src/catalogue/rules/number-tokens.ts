import { LATIN_UNIT, READERS } from './number-readers.ts';

const CJK_UNIT =
	'(?:円|日元|日圓|日|天|時間|小时|小時|分|か月|ヶ月|カ月|ヵ月|箇月|个月|個月|月|週|周|回(?![線线])|次|年|ギガ|メガ)';
const UNIT_BEHIND = new RegExp(`^[\\s-]*(?:${LATIN_UNIT}|${CJK_UNIT}|%)`);
const MONEY_BEFORE = /[¥￥$]\s*$/;

/** Counters with which a 1 claims nothing: "1回以上" is "at least once", and "一次" is often not written at all. */
const ONCE_BEHIND = /^\s*(?:回|次|times?)/;

const PLAIN = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/g;

/**
 * The numbers that a sentence claims: 4,950円 → 4950, 0120-800-000 → 0120800000, 午後8時 → 20:00, 9月 → month 9.
 * A single digit counts only before a unit, because "one of 3 ways" needs no source.
 */
export function claimedNumbers(text: string): Set<string> {
	return readNumbers(text, (digits, before, behind) => {
		if (digits.length > 1) {
			return true;
		}
		const counts = UNIT_BEHIND.test(behind) || MONEY_BEFORE.test(before);
		return counts && !(digits === '1' && ONCE_BEHIND.test(behind));
	});
}

/** All numbers of a sentence, single digits too: what a source supports. */
export function allNumbers(text: string): Set<string> {
	return readNumbers(text, () => true);
}

function readNumbers(text: string, counts: (digits: string, before: string, behind: string) => boolean): Set<string> {
	const found = new Set<string>();
	let rest = toHalfWidth(text);
	for (const { pattern, read } of READERS) {
		rest = rest.replace(pattern, (_match: string, ...groups: (string | number | undefined)[]) => {
			for (const token of read(
				...groups
					.filter((group) => typeof group !== 'number')
					.slice(0, -1)
					.map(asGroup),
			)) {
				found.add(token);
			}
			return ' ';
		});
	}
	for (const match of rest.matchAll(PLAIN)) {
		const [digits] = match;
		if (counts(digits, rest.slice(0, match.index), rest.slice(match.index + digits.length))) {
			found.add(plainToken(digits));
		}
	}
	return found;
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
