import { Duration, type DurationLike } from 'luxon';
import { foldDiacritics } from '../../../fold-diacritics.ts';
import { inWeek, later, nextWeekday } from '../calendar.ts';
import type { DateRule, Groups, Meaning } from '../rule.ts';
import { numberOf, rule, WHICH } from './vietnamese-words.ts';

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

export const VIETNAMESE_RELATIVE: readonly DateRule[] = [amountLater, nextMonthOrWeek, dayOfWeek];

/** A day only where nothing else is one. */
export const WEAK_VIETNAMESE: readonly DateRule[] = [weekday, dayWord, bareTomorrow];
