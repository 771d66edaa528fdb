import type { Rule } from '../rule.ts';
import { amountLater, halfAYearLater } from './amount-later.ts';
import { dayWord } from './day-words.ts';
import { dayBeforeMonth, monthBeforeDay } from './english-month.ts';
import { dayOfNextMonth, englishMonthEnd, nextMonthDay, nextMonthOrWeek, theDate } from './english-relative-month.ts';
import { englishWords } from './english-words.ts';
import { era } from './era.ts';
import { monthAndDay } from './month-and-day.ts';
import { dayFirst, monthFirst, yearFirst } from './numeric.ts';
import { dayOfMonth, endOfNamedMonth, monthEnd, plainDate, sameDay } from './relative-month.ts';
import { dayOfWeek, plainWeekday, wholeWeeks } from './relative-week.ts';
import { yearEnd } from './year-end.ts';

/** The ways to write a date. The order does not matter: the first date in the text counts, and its longest reading. */
export const RULES: readonly Rule[] = [
	yearFirst,
	dayFirst,
	monthFirst,
	era,
	monthAndDay,
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
	nextMonthDay,
	dayOfNextMonth,
	englishMonthEnd,
	nextMonthOrWeek,
	theDate,
	englishWords,
];

/** Words that often stand beside the date itself, as in 金曜日 12月4日: they are a day only where nothing else is one. */
export const WEAK_RULES: readonly Rule[] = [plainWeekday, dayWord];
