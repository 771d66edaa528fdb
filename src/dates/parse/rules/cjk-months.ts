import { dayOf, endOfMonth, inMonth, later, nextSuchDate, nextSuchDay, partsOf } from '../calendar.ts';
import { NUMBER, readDigits, readNumber } from '../numerals.ts';
import { createRule } from '../rule.ts';

const YEARS: Readonly<Record<string, number>> = {
	去年: -1,
	昨年: -1,
	今年: 0,
	本年: 0,
	来年: 1,
	來年: 1,
	明年: 1,
	再来年: 2,
	再來年: 2,
	后年: 2,
	後年: 2,
};
export const YEAR = `(?:(?<word>${Object.keys(YEARS).join('|')})[の的]?|(?<year>\\d{2,6}|[〇零一二三四五六七八九]{4})\\s?年)`;
/** 12月1日間 is a length of time, and 12月50円 is a price. */
const NO_DATE = '(?!\\s?[\\w一二三四五六七八九十日号號円圓元块塊年月週周次回人个個件枚])';
/** A weekday in brackets belongs to the date: 12月31日(木). */
const END = `(?:\\s?[日号號](?![间間])|${NO_DATE})(?:\\s?\\([月火水木金土日]曜?日?\\))?`;

/** A year of which we read only a part, or none at all, may not be left out: 8年12月31日 is not the next such day. */
export const START = '(?<![\\d年〇零一二三四五六七八九十])';

/** 12月31日, 2026年12月31号, 来年十二月三十一日. */
export const monthAndDay = createRule(
	new RegExp(`${START}(?:${YEAR}\\s?)?(?<month>${NUMBER})\\s?月\\s?(?<date>${NUMBER})${END}`, 'g'),
	({ word, year, month = '', date = '' }, { today }) => {
		const [m, d, y] = [readNumber(month), readNumber(date), yearOf(word, year, today)];
		return y === undefined ? nextSuchDay(m, d, today) : dayOf(y, m, d);
	},
	({ word, year }) => ((word ?? year) === undefined ? 'year' : undefined),
);

/** The year of the words 来年 or 2026年, if there are such ones. */
export function yearOf(word: string | undefined, year: string | undefined, today: string): number | undefined {
	if (year !== undefined) return fourDigits(year);
	return word === undefined ? undefined : partsOf(today).year + (YEARS[word] ?? 0);
}

/** 26年 is short for 2026年; 二〇二六年 is written digit by digit. */
function fourDigits(year: string): number {
	const number = /^\d+$/.test(year) ? Number(year) : readDigits(year);
	return year.length === 2 ? 2000 + number : number;
}

/** Longer words first: the beginning of 下下个月 is not 下个月. */
const MONTHS: Readonly<Record<string, number>> = {
	下下个月: 2,
	下下個月: 2,
	再来月: 2,
	再來月: 2,
	さ来月: 2,
	下个月: 1,
	下個月: 1,
	下月: 1,
	来月: 1,
	來月: 1,
	上个月: -1,
	上個月: -1,
	先月: -1,
	这个月: 0,
	這個月: 0,
	这月: 0,
	這月: 0,
	今月: 0,
	本月: 0,
	当月: 0,
};
export const MONTH = `(?<month>${Object.keys(MONTHS).join('|')})の?\\s?`;

/** 来月5日, 下个月5号. */
export const dayOfMonth = createRule(
	new RegExp(`${MONTH}(?<date>${NUMBER})\\s?[日号號](?![間间])`, 'g'),
	({ month = '', date = '' }, { today }) => inMonth(monthsOf(month), readNumber(date), today),
);

/** How many months ahead 来月 or 下个月 is. */
export function monthsOf(word: string): number {
	return MONTHS[word] ?? 0;
}

/** 今月末, 下个月底; with no word of a month it is this one's end: 月末, 月底. */
export const monthEnd = createRule(
	new RegExp(`(?:${MONTH}(?:末日?|底|月末|月底|最後の日|最后一天|最後一天)|(?<![\\d個个ヶかカ])(?:月末|月底))`, 'g'),
	({ month = '' }, { today }) => endOfMonth(MONTHS[month] ?? 0, today),
);

/** 12月末, 12月底. */
export const endOfNamedMonth = createRule(
	new RegExp(`(?<!\\d)(?<month>${NUMBER})月(?:末日?|底)`, 'g'),
	({ month = '' }, { today }) => endOfNextSuch(readNumber(month), today),
	() => 'year',
);

/** 来月: the same day of it, or its last one. */
export const sameDay = createRule(/(?<!再)(?:来月|來月|下个月|下個月)/g, (_, { today }) => later({ months: 1 }, today));

/** 15号, 每月15号: the next 15th. Without a month only these words name a day; 15日 may be a length of time. */
export const plainDate = createRule(
	/(?:毎月の?(?<monthly>\d{1,2})\s?日(?![间間])|(?:每[个個]?月|(?<![\w月第]))(?<date>\d{1,2})\s?[号號](?![线線店馆館楼樓门門机機车車码碼]))/g,
	({ monthly, date = monthly }, { today }) => nextSuchDate(Number(date), today),
	() => 'month',
);

function endOfNextSuch(month: number, today: string): string {
	const first = nextSuchDay(month, 1, today);
	if (first === 'impossible') return first;
	const away = (month - partsOf(today).month + 12) % 12;
	return endOfMonth(away, today);
}
