import { dayOf, endOfMonth, inMonth, later, nextSuchDate, nextSuchDay, partsOf } from '../calendar.ts';
import { KOREAN_JOINER } from '../joiners.ts';
import { createRule, type DateRule, type Groups, type Meaning } from '../rule.ts';
import { MONTH_NUMBER, NUMBER, numberOf, readNumber, WEEKDAYS } from './korean-words.ts';
import { fromToday, inOrder } from './several-days.ts';

const YEARS: Readonly<Record<string, number>> = { 작년: -1, 지난해: -1, 올해: 0, 금년: 0, 내년: 1, 내후년: 2 };
const YEAR = `(?:(?<word>${Object.keys(YEARS).join('|')})(?:의|에)?|(?<year>\\d{2,6})\\s?년)`;
const MONTHS = {
	'다다음\\s?달': 2,
	'(?:다음|담)\\s?달|내달|익월': 1,
	'이번\\s?달|이달|금월|당월': 0,
	'(?:지난|저번)\\s?달': -1,
};
const MONTH = `(?<monthWord>${Object.keys(MONTHS).join('|')})(?:의)?`;
/** 3일간 and 3일 동안 are lengths of time. */
const NO_LENGTH = '(?!\\s?(?:간|동안|치|권|짜리|후|뒤|이내|안에|씩))';
const BESIDE = `(?:\\s?\\([${WEEKDAYS}](?:요일)?\\))?`;

function meaningOf({ word, year, month, date }: Groups, today: string): Meaning {
	const [m, d] = [readNumber(month), readNumber(date)];
	if (word !== undefined) return dayOf(partsOf(today).year + (YEARS[word] ?? 0), m, d);
	if (year === undefined) return nextSuchDay(m, d, today);
	return dayOf(year.length === 2 ? 2000 + Number(year) : Number(year), m, d);
}

function everyYear({ word, year }: Groups): 'year' | undefined {
	return (word ?? year) === undefined ? 'year' : undefined;
}

/** A year of which we read only a part may not be left out. */
const START = '(?<![\\d년])';
const MONTH_AND_DAY = `${START}(?:${YEAR}\\s?)?(?<month>${MONTH_NUMBER})\\s?월\\s?(?<date>${NUMBER})\\s?일`;

/** 12월 31일, 2026년 12월 31일, 내년 십이월 삼십일일. */
const monthAndDay = createRule(
	new RegExp(`${MONTH_AND_DAY}${NO_LENGTH}${BESIDE}`, 'g'),
	(groups, { today }) => meaningOf(groups, today),
	everyYear,
);

/** 12월 1일부터 5일까지, 12월 1일~5일, 다음 달 1일과 5일: the others are read in the same month. */
const several = createRule(
	new RegExp(
		`(?:${MONTH_AND_DAY}|${MONTH}\\s?(?<first>\\d{1,2})일)${BESIDE}(?<more>(?:${KOREAN_JOINER}\\d{1,2}\\s?일${NO_LENGTH}${BESIDE}){1,3})`,
		'g',
	),
	({ monthWord, first, more = '', ...groups }, { today }) => {
		const numbers = [...more.matchAll(/(\d{1,2})\s?일/g)].map(([, date]) => Number(date));
		if (monthWord !== undefined) return inOrder(inMonth(numberOf(MONTHS, monthWord), Number(first), today), numbers);
		const meaning = meaningOf(groups, today);
		return everyYear(groups) ? fromToday(meaning, numbers, today) : inOrder(meaning, numbers);
	},
	({ monthWord, ...groups }) => (monthWord === undefined ? everyYear(groups) : undefined),
);

/** 다음 달 5일. */
const dayOfMonth = createRule(
	new RegExp(`${MONTH}\\s?(?<date>${NUMBER})\\s?일${NO_LENGTH}`, 'g'),
	({ monthWord, date }, { today }) => inMonth(numberOf(MONTHS, monthWord), readNumber(date), today),
);

/** 다음 달 말, 월말, 12월 말. */
const monthEnd = createRule(
	new RegExp(
		`(?:${MONTH}\\s?(?:말일?|마지막\\s?날)|${START}(?<month>\\d{1,2})월\\s?(?:말일?|마지막\\s?날)|(?<![가-힣])(?:월말|말일))(?![가-힣]{2,}(?<!까지))`,
		'g',
	),
	({ monthWord, month }, { today }) => {
		const number = Number(month);
		if (month === undefined) return endOfMonth(numberOf(MONTHS, monthWord), today);
		return number > 12 ? 'impossible' : endOfMonth((number - partsOf(today).month + 12) % 12, today);
	},
	({ month }) => (month === undefined ? undefined : 'year'),
);

/** 다음 달: the same day of it. */
const sameDay = createRule(/(?<!다)(?:다음|담)\s?달/g, (_, { today }) => later({ months: 1 }, today));

/** 매월 15일, and 15일 before words that only a day has: 15일까지. 30일에 한 번 is no day. */
const plainDate = createRule(
	/(?:(?:매월|매달)\s?(?<monthly>\d{1,2})일|(?<![\d월달년~-]\s?)(?<date>\d{1,2})일(?=까지|날|에(?!\s?(?:한|\d))))/g,
	({ monthly, date = monthly }, { today }) => nextSuchDate(Number(date), today),
	() => 'month',
);

/** 연말, 내년 말: the 31st of December. */
const yearEnd = createRule(/(?<next>내년)?\s?(?:연말|년말|(?<=내년\s?)말)/g, ({ next }, { today }) =>
	dayOf(partsOf(today).year + (next ? 1 : 0), 12, 31),
);

export const KOREAN_MONTHS: readonly DateRule[] = [
	monthAndDay,
	several,
	dayOfMonth,
	monthEnd,
	sameDay,
	plainDate,
	yearEnd,
];
