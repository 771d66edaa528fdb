import { dayOf, nextSuchDay } from '../calendar.ts';
import { createRule, type Meaning } from '../rule.ts';

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
	'(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const DATE = '(?<date>\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?:(?:\\s?,\\s?|[\\s-])(?<year>[1-9]\\d{3,5})(?![\\w.,:/-]?\\d|[a-z]))?';
/** "May 30 GB" is no date, and "Mar 2.5" is none either. */
const END = '(?![\\w]|[.:,/-]\\d|\\s?(?:[gmk]b|gbps|mbps|yen|usd|%|円|日圓|小时|時間)\\b)';

// chrono-node reads these too, but says nothing about the 31st of February and skips a leap day that is years away.
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
