import { dayOf, inMonth, later, nextSuchDay, partsOf } from '../calendar.ts';
import { CJK_JOINER, ENGLISH_JOINER } from '../joiners.ts';
import { NUMBER, readNumber } from '../numerals.ts';
import { createRule, type Groups, type Meaning } from '../rule.ts';
import { START as CJK_START, YEAR as CJK_YEAR, MONTH, monthsOf, yearOf } from './cjk-months.ts';
import {
	END as ENGLISH_END,
	MONTH as ENGLISH_MONTH,
	YEAR as ENGLISH_YEAR,
	meaningOf,
	repeats,
} from './english-months.ts';
import { END, START, WEEKDAY } from './numeric.ts';

// Only the first of these days has its month: the others are read in the same one, or in the next where their number is
// smaller. Days that each have a month are found one by one.

const CJK_WEEKDAY = '(?:\\s?\\([月火水木金土日一二三四五六]曜?日?\\))?';
/** 3日間 and 3日後 are lengths of time. */
const DAY = `(?<!\\d)${NUMBER}\\s?[日号號](?![间間前后後以内目プパ])${CJK_WEEKDAY}`;

/** 12月1日〜5日, 12月1日、5日と9日, 来月1日から3日, 10月10日到12日. */
export const cjkDays = createRule(
	new RegExp(
		`(?:${CJK_START}(?:${CJK_YEAR}\\s?)?(?<number>${NUMBER})\\s?月\\s?|${MONTH})(?<date>${NUMBER})(?:\\s?[日号號])?${CJK_WEEKDAY}(?<more>(?:${CJK_JOINER}${DAY}){1,3})`,
		'g',
	),
	({ number, word, year, month, date = '', more = '' }, { today }) => {
		const [m, d, y] = [readNumber(number ?? ''), readNumber(date), yearOf(word, year, today)];
		const numbers = [...more.matchAll(new RegExp(`(?<date>${NUMBER})\\s?[日号號]`, 'g'))].map(({ groups }) =>
			readNumber(groups?.['date'] ?? ''),
		);
		if (month !== undefined) return inOrder(inMonth(monthsOf(month), d, today), numbers);
		return y === undefined ? fromToday(nextSuchDay(m, d, today), numbers, today) : inOrder(dayOf(y, m, d), numbers);
	},
	({ word, year, month }) => ((word ?? year ?? month) === undefined ? 'year' : undefined),
);

/** 12/1-5, 2026/12/1~5: the month comes first. */
export const numericDays = createRule(
	new RegExp(
		`${START}(?:(?<year>[1-9]\\d{3})/)?(?<month>\\d{1,2})/(?<date>\\d{1,2})${WEEKDAY}[-~〜–](?<last>\\d{1,2})${WEEKDAY}日?${END}`,
		'g',
	),
	({ year, month, date, last }, { today }) => {
		const [m, d, numbers] = [Number(month), Number(date), [Number(last)]];
		return year === undefined
			? fromToday(nextSuchDay(m, d, today), numbers, today)
			: inOrder(dayOf(Number(year), m, d), numbers);
	},
	({ year }) => (year === undefined ? 'year' : undefined),
);

const LAST = '(?<last>\\d{1,2})(?:st|nd|rd|th)?';
const DATE = '(?<date>\\d{1,2})(?:st|nd|rd|th)?';

/** 1-5 December, 3 and 9 Jan 2027. */
export const daysBeforeMonth = createRule(
	new RegExp(
		`(?<![\\w.,:/-])${DATE}${ENGLISH_JOINER}${LAST}(?:\\s|-|\\sof\\s)${ENGLISH_MONTH}${ENGLISH_YEAR}${ENGLISH_END}`,
		'gi',
	),
	englishDays,
	repeats,
);

/** Dec 1-5, December 1st to 5th, 2026. */
export const monthBeforeDays = createRule(
	new RegExp(`\\b${ENGLISH_MONTH}[\\s-](?:the\\s)?${DATE}${ENGLISH_JOINER}${LAST}${ENGLISH_YEAR}${ENGLISH_END}`, 'gi'),
	englishDays,
	repeats,
);

function englishDays(groups: Groups, { today }: { today: string }): readonly Meaning[] | undefined {
	const [first, numbers] = [meaningOf(groups, today), [Number(groups['last'])]];
	return repeats(groups) ? fromToday(first, numbers, today) : inOrder(first, numbers);
}

/** The first day with those that follow it; undefined where one of them does not exist, so that only the first is read. */
export function inOrder(first: Meaning, numbers: readonly number[]): readonly Meaning[] | undefined {
	const days = [first];
	for (const number of numbers) {
		const last = days.at(-1) ?? first;
		if (last === 'impossible') return undefined;
		const { date } = partsOf(last);
		days.push(inMonth(number < date ? 1 : 0, number, last));
	}
	return days.includes('impossible') ? undefined : days;
}

/** The same for days without a year: a range that has begun is not that of next year. */
export function fromToday(first: Meaning, numbers: readonly number[], today: string): readonly Meaning[] | undefined {
	const days = inOrder(first, numbers);
	const before = days?.map((day) => later({ years: -1 }, day));
	return (before?.at(-1) ?? '') >= today ? before : days;
}
