import type { Context, DateRule, Found, Words } from './rule.ts';
import { dayOfMonth, endOfNamedMonth, monthAndDay, monthEnd, plainDate, sameDay } from './rules/cjk-months.ts';
import { amountLater, dayOfWeek, halfAYearLater, plainWeekday, wholeWeeks } from './rules/cjk-relative.ts';
import { dayWord, yearEnd } from './rules/day-words.ts';
import {
	dayBeforeMonth,
	dayOfNextMonth,
	englishMonthEnd,
	monthBeforeDay,
	nextMonthDay,
	nextMonthOrWeek,
	theDate,
} from './rules/english-months.ts';
import { englishAmount, englishWeekday, weekdayOfWeek } from './rules/english-relative.ts';
import { bareRepublic, era, republic } from './rules/eras.ts';
import { KOREAN_MONTHS } from './rules/korean-months.ts';
import { KOREAN_RELATIVE, WEAK_KOREAN } from './rules/korean-relative.ts';
import { dayFirst, monthFirst, yearFirst } from './rules/numeric.ts';
import { buddhistYear, foreignMonth, lunarDay, lunarFestival, namedCalendar } from './rules/other-calendars.ts';
import { cjkDays, daysBeforeMonth, monthBeforeDays, numericDays } from './rules/several-days.ts';
import { VIETNAMESE_MONTHS } from './rules/vietnamese-months.ts';
import { VIETNAMESE_RELATIVE, WEAK_VIETNAMESE } from './rules/vietnamese-relative.ts';

/** The ways to write a date. The first date in the text counts, its longest reading, and of equally long ones the first here. */
const RULES: readonly DateRule[] = [
	namedCalendar,
	lunarDay,
	buddhistYear,
	foreignMonth,
	republic,
	bareRepublic,
	era,
	yearFirst,
	dayFirst,
	monthFirst,
	numericDays,
	monthAndDay,
	cjkDays,
	dayOfMonth,
	monthEnd,
	endOfNamedMonth,
	sameDay,
	plainDate,
	yearEnd,
	dayOfWeek,
	wholeWeeks,
	amountLater,
	halfAYearLater,
	dayBeforeMonth,
	monthBeforeDay,
	daysBeforeMonth,
	monthBeforeDays,
	nextMonthDay,
	dayOfNextMonth,
	englishMonthEnd,
	nextMonthOrWeek,
	theDate,
	englishAmount,
	weekdayOfWeek,
	...KOREAN_MONTHS,
	...KOREAN_RELATIVE,
	...VIETNAMESE_MONTHS,
	...VIETNAMESE_RELATIVE,
];

/** Words that often stand beside the date itself, as in 金曜日 12月4日: they are a day only where nothing else is one. */
const WEAK_RULES: readonly DateRule[] = [
	plainWeekday,
	englishWeekday,
	dayWord,
	...WEAK_KOREAN,
	...WEAK_VIETNAMESE,
	lunarFestival,
];

/** What may stand between a date and its weekday. */
const BESIDE = /^[\s,()は=]*$/;

/** The dates of a text in their order, and the words beside them that only say one of them again. */
export function findDays(text: string, context: Context): { days: readonly Found[]; repeated: readonly Words[] } {
	const [strong, weak] = [RULES, WEAK_RULES].map((rules) =>
		withoutOverlaps(rules.flatMap((rule) => rule(text, context))),
	) as [Found[], Found[]];
	if (strong.length === 0) return { days: weak, repeated: [] };
	return { days: strong, repeated: weak.filter((words) => strong.some((day) => isBeside(words, day, text))) };
}

/** Of dates that share characters the first one, and of several readings of it the longest. */
function withoutOverlaps(found: readonly Found[]): Found[] {
	const kept: Found[] = [];
	for (const one of found.toSorted((a, b) => a.index - b.index || b.text.length - a.text.length)) {
		const last = kept.at(-1);
		if (last === undefined || endOf(last) <= one.index) kept.push(one);
	}
	return kept;
}

function isBeside(one: Words, other: Words, text: string): boolean {
	const [first, second] = one.index < other.index ? [one, other] : [other, one];
	return endOf(first) <= second.index && BESIDE.test(text.slice(endOf(first), second.index));
}

/** The place behind words that were found. */
export function endOf({ index, text }: Words): number {
	return index + text.length;
}
