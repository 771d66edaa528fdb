import { dayOf } from '../calendar.ts';
import { NUMBER, readDigits, readNumber } from '../numerals.ts';
import { createRule, type Groups, type Meaning } from '../rule.ts';

/** The year before the first one of each era. Days before Heisei are too old, and told to be impossible. */
const ERAS: Readonly<Record<string, number>> = {
	令和: 2018,
	'㋿': 2018,
	R: 2018,
	平成: 1988,
	H: 1988,
	昭和: 1925,
	S: 1925,
	大正: 1911,
	明治: 1867,
};
/** The year before the first one of the Republic of China, by which Taiwan counts. */
const REPUBLIC = 1911;

const YEAR = '(?<year>\\d{1,3}|[〇零一二三四五六七八九十百]{1,6}|元)';
/** The signs of a date must be the same: 116/3.1 is none. */
const DAY = `(?:\\s?年\\s?(?<month>${NUMBER})\\s?月\\s?(?<date>${NUMBER})\\s?(?:[日号號]|(?![\\w一二三四五六七八九十]))|(?<sign>[./-])(?<m>\\d{1,2})\\k<sign>(?<d>\\d{1,2})(?!\\w|[./-]\\d))`;
const MIXED = `\\s?(?:年|[./-])\\s?(?<month>${NUMBER})(?:月|[./-])\\s?(?<date>${NUMBER})(?!\\w|[./-]\\d)日?`;
const WEEKDAY = '(?:\\s?\\([月火水木金土日一二三四五六]曜?日?\\))?';

/** 令和8年12月31日, 令和九年三月一日, R8.12.31: how dates stand on Japanese documents. */
export const era = createRule(
	new RegExp(`(?:(?<era>令和|㋿|平成|昭和|大正|明治)|(?<![\\w])(?<letter>[RHS]))\\s?${YEAR}${MIXED}${WEEKDAY}`, 'gi'),
	({ era: name = '', letter = name, ...groups }) => dayIn(groups, ERAS[letter.toUpperCase()] ?? 0),
);

/** 民國116年3月1日, 民國一一六年三月一日, 中華民國 116/3/1. */
export const republic = createRule(new RegExp(`(?:中[華华])?民[國国]\\s?${YEAR}${DAY}${WEEKDAY}`, 'g'), (groups) =>
	dayIn(groups, REPUBLIC),
);

/** 116年3月1日 and 116/3/1, as Taiwan writes: only in that language, since the year could be a typo anywhere else. */
export const bareRepublic = createRule(
	new RegExp(`(?<![\\d./_-]|\\b[a-zA-Z])(?<year>1\\d\\d|9\\d(?=年))${DAY}${WEEKDAY}`, 'g'),
	(groups, { locale }) => (locale === 'zh-Hant' ? dayIn(groups, REPUBLIC) : undefined),
);

/** The day of that era; a year may be written digit by digit, 一一六. */
function dayIn({ year = '', month, m = month, date, d = date }: Groups, before: number): Meaning {
	const number = readNumber(year);
	const count = Number.isNaN(number) ? readDigits(year) : number;
	return dayOf(before + count, readNumber(m ?? ''), readNumber(d ?? ''));
}
