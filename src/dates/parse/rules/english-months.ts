import { dayOf, endOfMonth, inMonth, later, nextSuchDate, nextSuchDay } from '../calendar.ts';
import { createRule, type Meaning } from '../rule.ts';

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
	'(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const DATE = '(?<date>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?:(?:\\s?,\\s?|[\\s-])(?<year>[1-9]\\d{3,5})(?![\\w.,:/-]?\\d|[a-z]))?';
/** "May 30 GB" is no date, and "Mar 2.5" is none either. */
const END = '(?![\\w]|[.:,/-]\\d|\\s?(?:[gmk]b|gbps|mbps|yen|usd|%|円|日圓|小时|時間)\\b)';

/** 31 December, 31st of Dec 2026. */
export const dayBeforeMonth = createRule(
	new RegExp(`(?<![\\w.,:/-])${DATE}(?:\\s|-|\\sof\\s)${MONTH}${YEAR}${END}`, 'gi'),
	({ date, month, year }, { today }) => meaningOf({ date, month, year }, today),
);

/** Dec 31, December 31st, 2026, and 2026 Dec 31. */
export const monthBeforeDay = createRule(
	new RegExp(
		`(?:(?<![\\w.,:/-])(?<before>[1-9]\\d{3}),?[\\s-])?\\b${MONTH}[\\s-](?:the\\s)?${DATE}${YEAR}${END}`,
		'gi',
	),
	({ before, date, month, year = before }, { today }) => meaningOf({ date, month, year }, today),
);

type Words = Record<'date' | 'month' | 'year', string | undefined>;

function meaningOf({ date, month = '', year }: Words, today: string): Meaning {
	const number = NAMES.indexOf(month.slice(0, 3).toLowerCase()) + 1;
	return year === undefined ? nextSuchDay(number, Number(date), today) : dayOf(Number(year), number, Number(date));
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
	/\b(?:on|by|until|till) the (?<date>\d{1,2})(?:st|nd|rd|th)\b(?! (?!of the month)[a-z])/gi,
	({ date }, { today }) => nextSuchDate(Number(date), today),
);

function months(word: string | undefined): number {
	return word?.toLowerCase() === 'next' ? 1 : 0;
}
