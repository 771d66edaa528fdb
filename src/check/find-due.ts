import { readDate } from '../dates/parse/read-date.ts';

/** What stands beside the day by which something must be done. */
const DUE =
	/まで|迄|期限|期日|以降|より順次|から順次|停止日|解約日|解除日|本日|\bby\b|before|until|due|deadline|no later|\bon\b|截止|之前|前付|前缴|為止|为止|之後|期限|到期/iu;
const TODAY = /本日(?:中|まで)|今日中|当日中|\btoday\b|within the day|今天(?:之内|內|内)?|今日内|今日內/iu;
/** A day of the calendar, and not tonight or on Friday: without a word for a limit only that counts. */
const CALENDAR =
	/\d{1,2}\s?月\s?\d{1,2}|\d{4}\s?[-/.年]\s?\d|(?<![\d/])\d{1,2}\/\d{1,2}(?![\d/])|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,}|[A-Z][a-z]{2,} \d{1,2}/u;
/** Dates are read at the beginning of a text only, so each line is a text, and not all of a long letter are read. */
const MAX_LINES = 8;

/**
 * The day that a message names as its limit, as 2026-12-31: the first that stands beside a word for that, or else the
 * first day to come. Undefined where it names none.
 */
export function findDue(text: string, today: string, locale: string): string | undefined {
	const lines = text
		.split(/[\n。!！?？]+/u)
		.filter((line) => /[\d一二三四五六七八九十]/u.test(line))
		.map((line) => line.trim());
	const dated = [
		...lines.filter((line) => DUE.test(line)),
		...lines.filter((line) => !DUE.test(line) && CALENDAR.test(line)),
	];
	for (const line of dated.slice(0, MAX_LINES)) {
		const date = readDate(aroundDue(line), today, locale);
		if (date?.kind === 'date' && date.day >= today && date.repeats !== 'week') return date.day;
	}
	return TODAY.test(text) ? today : undefined;
}

/** Long lines are cut, so that the day beside the word is among what is read. */
function aroundDue(line: string): string {
	const at = line.search(DUE);
	return line.length > 300 && at > 150 ? line.slice(at - 150, at + 150) : line;
}
