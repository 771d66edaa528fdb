import { withOptionalMarks } from '../../../fold-diacritics.ts';
import { dayOf, endOfMonth, inMonth, nextSuchDate, nextSuchDay, partsOf } from '../calendar.ts';
import { VIETNAMESE_JOINER } from '../joiners.ts';
import type { DateRule, Groups, Meaning } from '../rule.ts';
import { fromToday, inOrder } from './several-days.ts';
import { numberOf, rule, WHICH } from './vietnamese-words.ts';

/** Without its mark "tháng sáu" (June) would be "tháng sau" (next month), so June is written with it. */
const NAMES = ['một', 'hai', 'ba', 'tư|bốn', 'năm', 's\\u00e1u', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'];
/** Longer words first: the beginning of "mười hai" is not "mười". */
const MONTH = `(?:(?<month>\\d{1,2})|(?<name>${NAMES.toReversed().join('|')}))`;
const YEAR =
	'(?:(?:,? năm |, )(?<year>[1-9]\\d{3,5})|,? năm (?:(?<word>nay|sau|tới|ngoái))|\\s?[/-]\\s?(?<slash>[1-9]\\d{3,5}))?';
const DAY = '(?:ngày\\s)?(?:mùng\\s|mồng\\s)?';

const YEAR_WORDS: Readonly<Record<string, number>> = { ngoai: -1, nay: 0, sau: 1, toi: 1 };

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

export const VIETNAMESE_MONTHS: readonly DateRule[] = [
	dayAndMonth,
	slashAndYearWord,
	several,
	dayOfMonth,
	monthEnd,
	yearEnd,
	plainDate,
	monthStart,
];
