export const SINO = '일이삼사오육칠팔구십';
/** A number in digits, or up to 99 as it is said: 삼십일. */
export const NUMBER = `(?:\\d{1,6}|[${SINO}]{1,4})`;
/** 유월 and 시월 are said without their last sound. */
export const MONTH_NUMBER = `(?:\\d{1,6}|[${SINO}]{1,3}|[유시])`;

/** Reads 31 and 삼십일, and 유 and 시 as months; NaN for anything else. */
export function readNumber(words = ''): number {
	if (/^\d+$/.test(words)) return Number(words);
	if (words === '유') return 6;
	if (words === '시') return 10;
	const [, tens, ones = ''] = /^(?:([일이삼사오육칠팔구]?)십)?([일이삼사오육칠팔구]?)$/.exec(words) ?? [];
	const ten = tens === undefined ? 0 : SINO.indexOf(tens) + 1 || 1;
	return ten * 10 + (ones === '' ? 0 : SINO.indexOf(ones) + 1) || Number.NaN;
}

export const WEEKDAYS = '월화수목금토일';

/** What a word stands for. @param words by their pattern */
export function numberOf(words: Readonly<Record<string, number>>, said = ''): number {
	return Object.entries(words).find(([pattern]) => new RegExp(`^(?:${pattern})$`).test(said))?.[1] ?? 0;
}
