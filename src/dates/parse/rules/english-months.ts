import { dayOf, endOfMonth, inMonth, later, nextSuchDate, nextSuchDay, partsOf } from '../calendar.ts';
import { createRule, type Groups, type Meaning } from '../rule.ts';

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
export const MONTH =
	'(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may(?!\\s(?:be|not|have|help|need|take|get|i|we|you)\\b)|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const DATE = '(?<date>\\d{1,2})(?:st|nd|rd|th)?';
export const YEAR =
	'(?:(?:\\s?,\\s?|[\\s-])(?<year>[1-9]\\d{3,5})(?![\\w.,:/-]?\\d|[a-z])|,?\\s(?:of\\s)?(?<yearWord>last|this|next)\\syear\\b)?';
/** "May 30 GB" is no date, and "Mar 2.5" is none either. */
export const END = '(?![\\w]|[.:,/-]\\d|\\s?(?:[gmk]b|gbps|mbps|yen|usd|%|円|日圓|小时|時間)\\b)';

/** 31 December, 31st of Dec 2026, 5 March next year. */
export const dayBeforeMonth = createRule(
	new RegExp(`(?<![\\w.,:/-])${DATE}(?:\\s|-|\\sof\\s)${MONTH}${YEAR}${END}`, 'gi'),
	(groups, { today }) => meaningOf(groups, today),
	hasYear,
);

/** Dec 31, December 31st, 2026, and 2026 Dec 31. */
export const monthBeforeDay = createRule(
	new RegExp(
		`(?:(?<![\\w.,:/-])(?<before>[1-9]\\d{3}),?[\\s-])?\\b${MONTH}[\\s-](?:the\\s)?${DATE}${YEAR}${END}`,
		'gi',
	),
	(groups, { today }) => meaningOf(groups, today),
	hasYear,
);

/** The day of a month that is named, in the year that stands beside it or the next such day. */
export function meaningOf(groups: Groups, today: string): Meaning {
	const { date, month = '', yearWord, before, year = before } = groups;
	const number = NAMES.indexOf(month.slice(0, 3).toLowerCase()) + 1;
	if (yearWord !== undefined) {
		return dayOf(partsOf(today).year + (YEAR_WORDS[yearWord.toLowerCase()] ?? 0), number, Number(date));
	}
	return year === undefined ? nextSuchDay(number, Number(date), today) : dayOf(Number(year), number, Number(date));
}

const YEAR_WORDS: Readonly<Record<string, number>> = { last: -1, this: 0, next: 1 };

/** Whether such a date has its year. */
export function hasYear({ before, year, yearWord }: Groups): boolean {
	return (before ?? year ?? yearWord) !== undefined;
}

/** Next month 5th, next month on the 5th. */
export const nextMonthDay = createRule(
	new RegExp(`\\b(?<month>next|this) month,? (?:(?:on )?the )?${DATE}(?![\\w.])`, 'gi'),
	({ month, date }, { today }) => inMonth(months(month), Number(date), today),
);

/** The 5th of next month. */
export const dayOfNextMonth = createRule(
	/\b(?:the )?(?<date>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<month>next|this) month\b/gi,
	({ month, date }, { today }) => inMonth(months(month), Number(date), today),
);

/** End of the month, end of next month, month end. */
export const englishMonthEnd = createRule(
	/\b(?:the )?(?:end|last day) of (?:the |this |(?<month>next) )?month\b|\b(?:this |the )?month[- ]end\b/gi,
	({ month }, { today }) => endOfMonth(months(month), today),
);

/** Next month: the same day of it, or its last one. Next week: in seven days. */
export const nextMonthOrWeek = createRule(/\bnext (?<unit>month|week)\b/gi, ({ unit }, { today }) =>
	later(unit?.toLowerCase() === 'month' ? { months: 1 } : { weeks: 1 }, today),
);

/** The 15th: the next one. Only with the article, for "5th generation" is no day. */
export const theDate = createRule(
	/\b(?:on|by|until|till|for|before|from|around) the (?<date>\d{1,2})(?:st|nd|rd|th)\b(?! (?!(?:of the month|so|and|or|to|please|pls|thanks|i|that|if|at|because|about|when|then|but|remind)\b)[a-z])/gi,
	({ date }, { today }) => nextSuchDate(Number(date), today),
);

function months(word: string | undefined): number {
	return word?.toLowerCase() === 'next' ? 1 : 0;
}
