import { dayOf, nextSuchDay } from '../calendar.ts';
import { createRule } from '../rule.ts';

// Neither in front nor behind may the number go on: phone numbers, versions, fractions and addresses are no dates. A word
// may stand right in front, a single letter may not.
export const START = '(?<![\\d/_]|\\d[.,-]|\\b[a-zA-Z])';
export const END = '(?![\\w/]|[.:,-]\\d)';
/** 31/12/2026(木): a weekday in brackets belongs to the date. */
export const WEEKDAY = '(?:\\s?\\([月火水木金土日]曜?日?\\))?';

/** 2026-12-31, 2026/12/31, 2026.12.31. A year with too many digits is read too, to be told that it is impossible. */
export const yearFirst = createRule(
	new RegExp(
		`${START}(?<year>[1-9]\\d{3,5})(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<date>\\d{1,2})${END}${WEEKDAY}`,
		'g',
	),
	({ year, month, date }) => dayOf(Number(year), Number(month), Number(date)),
);

/** 31.12.2026, 31-12-2026: with these signs the day comes first, unless the number can only be a month. */
export const dayFirst = createRule(
	new RegExp(`${START}(?<date>\\d{1,2})(?<sign>[-.])(?<month>\\d{1,2})\\k<sign>(?<year>[1-9]\\d{3,5})${END}`, 'g'),
	({ year, month, date }) => {
		const [first, second] = [Number(date), Number(month)];
		return second > MAX_MONTH && first <= MAX_MONTH
			? dayOf(Number(year), first, second)
			: dayOf(Number(year), second, first);
	},
);

/** 12/31 and 12/31/2026: the month comes first, unless in English the number can only be a day. */
export const monthFirst = createRule(
	new RegExp(`${START}(?<first>\\d{1,2})/(?<second>\\d{1,2})(?:/(?<year>[1-9]\\d{3,5}))?${END}${WEEKDAY}`, 'g'),
	({ first, second, year }, { today, locale }) => {
		const numbers: [number, number] = [Number(first), Number(second)];
		// "24/7" is said of shops and chats.
		if (`${first}/${second}` === '24/7' || numbers.every((number) => number > MAX_DAY)) return undefined;
		const [month, date] = isDayFirst(numbers, locale) ? numbers.toReversed() : numbers;
		if (month === undefined || date === undefined) return undefined;
		return year === undefined ? nextSuchDay(month, date, today) : dayOf(Number(year), month, date);
	},
	({ year }) => (year === undefined ? 'year' : undefined),
);

/** In Vietnamese the day always comes first. */
const DAY_FIRST = 'vi';

const MAX_DAY = 31;
const MAX_MONTH = 12;

function isDayFirst([first, second]: [number, number], locale: string): boolean {
	if (locale === DAY_FIRST) return second <= MAX_MONTH;
	return locale.startsWith('en') && first > MAX_MONTH && second <= MAX_MONTH;
}
