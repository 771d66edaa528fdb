import { Duration, type DurationLike } from 'luxon';
import { foldDiacritics, withOptionalMarks } from '../../../fold-diacritics.ts';
import {
	dayOf,
	endOfMonth,
	inMonth,
	inWeek,
	later,
	nextSuchDate,
	nextSuchDay,
	nextWeekday,
	partsOf,
} from '../calendar.ts';
import { VIETNAMESE_JOINER } from '../joiners.ts';
import { type Context, createRule, type DateRule, type Groups, type Meaning, type Period } from '../rule.ts';
import { fromToday, inOrder } from './several-days.ts';

/** Neither a word nor a number goes on in front of the words or behind them. */
function rule(
	pattern: string,
	read: (groups: Groups, context: Context) => Meaning | readonly Meaning[] | undefined,
	repeats?: (groups: Groups) => Period | undefined,
): DateRule {
	const whole = `(?<![\\p{L}\\d/_]|\\d[.,:-])(?:${withOptionalMarks(pattern)})(?![\\p{L}\\d]|[/.:,-]\\d)`;
	return createRule(new RegExp(whole, 'giu'), read, repeats);
}

/** Without its mark "tháng sáu" (June) would be "tháng sau" (next month), so June is written with it. */
const NAMES = ['một', 'hai', 'ba', 'tư|bốn', 'năm', 's\\u00e1u', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'];
/** Longer words first: the beginning of "mười hai" is not "mười". */
const MONTH = `(?:(?<month>\\d{1,2})|(?<name>${NAMES.toReversed().join('|')}))`;
const YEAR =
	'(?:(?:,? năm |, )(?<year>[1-9]\\d{3,5})|,? năm (?:(?<word>nay|sau|tới|ngoái))|\\s?[/-]\\s?(?<slash>[1-9]\\d{3,5}))?';
const DAY = '(?:ngày\\s)?(?:mùng\\s|mồng\\s)?';

const YEAR_WORDS: Readonly<Record<string, number>> = { ngoai: -1, nay: 0, sau: 1, toi: 1 };
/** Of months and weeks. "tháng 5 tới" is none of them. */
const WHICH: Readonly<Record<string, number>> = { truoc: -1, 'vua roi': -1, nay: 0, sau: 1, toi: 1 };

function numberOf(words: Readonly<Record<string, number>>, said = ''): number {
	return words[foldDiacritics(said.toLowerCase())] ?? 0;
}

function monthOf({ month, name = '' }: Groups): number {
	return month === undefined
		? NAMES.findIndex((names) => new RegExp(`^(?:${withOptionalMarks(names)})$`, 'iu').test(name)) + 1
		: Number(month);
}

function meaningOf(groups: Groups, today: string): Meaning {
	const { date, word, slash, year = slash } = groups;
	const [m, d] = [monthOf(groups), Number(date)];
	if (word !== undefined) return dayOf(partsOf(today).year + numberOf(YEAR_WORDS, word), m, d);
	return year === undefined ? nextSuchDay(m, d, today) : dayOf(Number(year), m, d);
}

function everyYear({ word, year, slash }: Groups): 'year' | undefined {
	return (word ?? year ?? slash) === undefined ? 'year' : undefined;
}

/** ngày 31 tháng 12 năm 2026, 31 tháng mười hai, mùng 5 tháng 1. */
const dayAndMonth = rule(
	`${DAY}(?<date>\\d{1,2})\\s?,?\\s?tháng\\s?${MONTH}${YEAR}`,
	(groups, { today }) => meaningOf(groups, today),
	everyYear,
);

/** 31/12 năm sau: with a number the date is read by its digits. */
const slashAndYearWord = rule(
	'(?<date>\\d{1,2})/(?<month>\\d{1,2}) năm (?<word>nay|sau|tới|ngoái)',
	(groups, { today }) => meaningOf(groups, today),
);

/** từ 1 đến 5 tháng 12, 1-5/12: the first is read in the month of the last. */
const several = rule(
	`${DAY}(?<date>\\d{1,2})${VIETNAMESE_JOINER}(?<last>\\d{1,2})(?:\\s?tháng\\s?|/)${MONTH}${YEAR}`,
	(groups, { today }) => {
		const [first, numbers] = [meaningOf(groups, today), [Number(groups['last'])]];
		return everyYear(groups) ? fromToday(first, numbers, today) : inOrder(first, numbers);
	},
	everyYear,
);

/** ngày 5 tháng sau. "5 tháng sau" is a length of time. */
const dayOfMonth = rule(
	`(?:ngày|mùng|mồng)\\s(?<date>\\d{1,2})\\s(?:của\\s)?tháng\\s(?<which>này|sau|tới|trước)`,
	({ date, which }, { today }) => inMonth(numberOf(WHICH, which), Number(date), today),
);

/** cuối tháng, cuối tháng sau, cuối tháng 12. */
const monthEnd = rule(
	`(?:cuối|hết|ngày cuối(?: cùng)?(?: của)?) tháng(?: (?:(?<which>này|sau|tới)|${MONTH}))?`,
	(groups, { today }) => {
		const month = monthOf(groups);
		if (month === 0) return endOfMonth(numberOf(WHICH, groups['which']), today);
		return month > 12 ? 'impossible' : endOfMonth((month - partsOf(today).month + 12) % 12, today);
	},
	(groups) => (monthOf(groups) === 0 ? undefined : 'year'),
);

/** cuối năm, cuối năm sau: the 31st of December. */
const yearEnd = rule('(?:cuối|hết) năm(?: (?<word>nay|sau|tới))?', ({ word }, { today }) =>
	dayOf(partsOf(today).year + numberOf(YEAR_WORDS, word), 12, 31),
);

/** ngày 15, ngày 15 hàng tháng: the next one. "mỗi ngày 3 GB" is no day. */
const plainDate = rule(
	'(?<!(?:mỗi|một|hằng|hàng|trong|theo|số|\\d)\\s)(?:ngày|mùng|mồng)\\s(?<date>\\d{1,2})(?: (?:hàng|hằng|mỗi) tháng)?(?!\\s?(?:[kmg]b|phút|giờ|lần|yên|%|tháng|ngày))',
	({ date }, { today }) => nextSuchDate(Number(date), today),
	() => 'month',
);

/** đầu tháng sau: its first day. */
const monthStart = rule('đầu tháng (?:sau|tới)', (_, { today }) => inMonth(1, 1, today));

const COUNTED: Readonly<Record<string, number>> = {
	mot: 1,
	hai: 2,
	vai: 3,
	ba: 3,
	bon: 4,
	nam: 5,
	sau: 6,
	bay: 7,
	tam: 8,
	chin: 9,
	muoi: 10,
};
const AMOUNT =
	'(?<amount>\\d{1,4}|nửa|một|hai|vài|ba|bốn|năm|s\\u00e1u|bảy|tám|chín|mười)\\s(?<unit>ngày|tuần|tháng|năm)(?:\\s(?<half>rưỡi))?';

/** 30 ngày nữa, sau 2 tuần, 3 tháng sau. Without the word for "later" it would be a length of time. */
const amountLater = rule(
	`(?:sau\\s${AMOUNT}|${AMOUNT.replaceAll(/\?<(\w+)>/g, '?<$1After>')}\\s(?:nữa|sau(?!\\skhi)|tới))`,
	(groups, { today }) => {
		const {
			amount,
			unit = '',
			half,
		} = {
			amount: groups['amount'] ?? groups['amountAfter'] ?? '',
			unit: groups['unit'] ?? groups['unitAfter'],
			half: groups['half'] ?? groups['halfAfter'],
		};
		return shift(foldDiacritics(amount.toLowerCase()), foldDiacritics(unit.toLowerCase()), half !== undefined, today);
	},
);

/** Half of a unit in the next smaller one. Half a day and half a week are no days. */
const HALVES: Readonly<Record<string, DurationLike>> = { thang: { days: 15 }, nam: { months: 6 } };
const UNITS: Readonly<Record<string, string>> = { ngay: 'days', tuan: 'weeks', thang: 'months', nam: 'years' };

function shift(amount: string, unit: string, andHalf: boolean, today: string): Meaning | undefined {
	const isHalf = amount === 'nua';
	const half = isHalf || andHalf ? HALVES[unit] : {};
	const whole = isHalf ? 0 : (COUNTED[amount] ?? Number(amount));
	return half === undefined
		? undefined
		: later(Duration.fromObject({ [UNITS[unit] ?? 'days']: whole }).plus(half), today);
}

/** tháng sau: the same day of it. tuần sau: in seven days. */
const nextMonthOrWeek = rule('(?<!\\d\\s)(?<unit>tháng|tuần) (?:sau|tới)(?! khi)', ({ unit = '' }, { today }) =>
	later(/^tu/i.test(unit) ? { weeks: 1 } : { months: 1 }, today),
);

const WEEKDAYS = [
	'thứ (?:hai|2)',
	'thứ (?:ba|3)',
	'thứ (?:tư|4)',
	'thứ (?:năm|5)',
	'thứ (?:sáu|6)',
	'thứ (?:bảy|7)',
	'chủ nhật|cn',
];
const WEEKDAY = WEEKDAYS.map((words, index) => `(?<w${index + 1}>${words})`).join('|');

function weekdayOf(groups: Groups): number {
	return WEEKDAYS.findIndex((_, index) => groups[`w${index + 1}`] !== undefined) + 1;
}

/** thứ sáu tuần sau: weeks begin on Monday. */
const dayOfWeek = rule(`(?:${WEEKDAY}) tuần (?<which>này|sau|tới|trước)`, (groups, { today }) =>
	inWeek(numberOf(WHICH, groups['which']), weekdayOf(groups), today),
);

/**
 * thứ sáu, chủ nhật này: the next one, today included. Without its mark it is read in Vietnamese only: in English "Thu 6"
 * is a Thursday, the 6th.
 */
const weekday: DateRule = (text, context) =>
	rule(
		`(?:${WEEKDAY})(?: (?:này|tới))?`,
		(groups, { today }) => nextWeekday(weekdayOf(groups), today),
		() => 'week',
	)(text, context).filter((found) => context.locale === 'vi' || /[à-ỹ]/i.test(found.text));

const DAYS: readonly (readonly [words: string, days: number])[] = [
	['(?:hôm|bữa|sáng|trưa|chiều|tối|đêm) nay', 0],
	['(?:ngày|sáng|trưa|chiều|tối|đêm) mai', 1],
	['ngày (?:kia|mốt)', 2],
	['hôm qua', -1],
	['hôm kia', -2],
];

/** hôm nay, ngày mai, ngày kia. */
const dayWord = rule(DAYS.map(([words], index) => `(?<n${index}>${words})`).join('|'), (groups, { today }) => {
	const found = DAYS.find((_, index) => groups[`n${index}`] !== undefined);
	return found && later({ days: found[1] }, today);
});

/** "mai" alone is tomorrow only for who writes Vietnamese. */
const bareTomorrow: DateRule = (text, context) =>
	context.locale === 'vi' ? rule('mai|mốt', (_, { today }) => later({ days: 1 }, today))(text, context) : [];

export const VIETNAMESE: readonly DateRule[] = [
	dayAndMonth,
	slashAndYearWord,
	several,
	dayOfMonth,
	monthEnd,
	yearEnd,
	plainDate,
	monthStart,
	amountLater,
	nextMonthOrWeek,
	dayOfWeek,
];
/** A day only where nothing else is one. */
export const WEAK_VIETNAMESE: readonly DateRule[] = [weekday, dayWord, bareTomorrow];
