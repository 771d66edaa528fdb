import { endOfMonth, inMonth, later, nextSuchDate } from '../calendar.ts';
import { createRule } from '../rule.ts';

const DATE = '(?<date>\\d{1,2})(?:st|nd|rd|th)?(?![\\w.])';

/** Next month 5th, next month on the 5th. */
export const nextMonthDay = createRule(
	new RegExp(`\\b(?<month>next|this) month,? (?:(?:on )?the )?${DATE}`, 'gi'),
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
