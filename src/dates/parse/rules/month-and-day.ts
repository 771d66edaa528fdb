import { dayOf, nextSuchDay } from '../calendar.ts';
import { NUMBER, readNumber } from '../numerals.ts';
import { createRule, partsOf } from '../rule.ts';

const YEARS: Readonly<Record<string, number>> = {
	去年: -1,
	昨年: -1,
	今年: 0,
	本年: 0,
	来年: 1,
	來年: 1,
	明年: 1,
};
const YEAR = `(?:(?<word>${Object.keys(YEARS).join('|')})の?|(?<year>\\d{2,6}|[〇零一二三四五六七八九]{4})\\s?年)`;
/** 12月1日間 is a length of time, and 12月50円 is a price. */
const NO_DATE = '(?!\\s?[\\w一二三四五六七八九十日号號円圓元块塊年月週周次回人个個件枚])';
/** A weekday in brackets belongs to the date: 12月31日(木). */
const END = `(?:\\s?[日号號](?![间間])|${NO_DATE})(?:\\s?\\([月火水木金土日]曜?日?\\))?`;

/** A year of which we read only a part, or none at all, may not be left out: 8年12月31日 is not the next such day. */
const START = '(?<![\\d年〇零一二三四五六七八九十])';

/** 12月31日, 2026年12月31号, 来年十二月三十一日. */
export const monthAndDay = createRule(
	new RegExp(`${START}(?:${YEAR}\\s?)?(?<month>${NUMBER})\\s?月\\s?(?<date>${NUMBER})${END}`, 'g'),
	({ word, year, month = '', date = '' }, { today }) => {
		const [m, d] = [readNumber(month), readNumber(date)];
		if (year !== undefined) return dayOf(fourDigits(year), m, d);
		return word === undefined ? nextSuchDay(m, d, today) : dayOf(partsOf(today).year + (YEARS[word] ?? 0), m, d);
	},
);

/** 26年 is short for 2026年; 二〇二六年 is written digit by digit. */
function fourDigits(year: string): number {
	const digits = year.replace(/\D/g, (character) =>
		String('〇一二三四五六七八九'.indexOf(character.replace('零', '〇'))),
	);
	return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}
