import { later } from './calendar.ts';
import type { Context, DateRule, Found } from './rule.ts';
import { dayOfMonth, endOfNamedMonth, monthAndDay, monthEnd, plainDate, sameDay } from './rules/cjk-months.ts';
import { amountLater, dayOfWeek, halfAYearLater, plainWeekday, wholeWeeks } from './rules/cjk-relative.ts';
import { dayWord, yearEnd } from './rules/day-words.ts';
import {
	dayBeforeMonth,
	dayOfNextMonth,
	englishMonthEnd,
	monthBeforeDay,
	nextMonthDay,
	nextMonthOrWeek,
	theDate,
} from './rules/english-months.ts';
import { englishAmount, englishWeekday, weekdayOfWeek } from './rules/english-relative.ts';
import { dayFirst, era, monthFirst, yearFirst } from './rules/numeric.ts';

/** The ways to write a date. The order does not matter: the first date in the text counts, and its longest reading. */
const RULES: readonly DateRule[] = [
	yearFirst,
	dayFirst,
	monthFirst,
	era,
	monthAndDay,
	dayOfMonth,
	monthEnd,
	endOfNamedMonth,
	sameDay,
	plainDate,
	yearEnd,
	dayOfWeek,
	wholeWeeks,
	amountLater,
	halfAYearLater,
	dayBeforeMonth,
	monthBeforeDay,
	nextMonthDay,
	dayOfNextMonth,
	englishMonthEnd,
	nextMonthOrWeek,
	theDate,
	englishAmount,
	weekdayOfWeek,
];

/** Words that often stand beside the date itself, as in 金曜日 12月4日: they are a day only where nothing else is one. */
const WEAK_RULES: readonly DateRule[] = [plainWeekday, englishWeekday, dayWord];

/** What was found in a text: a day as 2026-12-31 with the words around it, or words that are meant as a date and are none. */
export type ReadDate = { kind: 'date'; day: string; rest: string } | { kind: 'impossible'; text: string };

/**
 * The first date in what a person wrote, in any of the languages; undefined if there is none. A day without a year is the
 * next such day, today included; a day with a year may lie in the past. Days that do not exist, or lie more than ten years
 * ahead or before there were such cards, are impossible.
 * @param text only its first 400 characters are read
 * @param today as 2026-11-20
 * @param locale the person's language; in English 31/12 is the 31st of December
 */
export function readDate(text: string, today: string, locale: string): ReadDate | undefined {
	const start = beginning(text);
	const [words, context] = [halfWidth(start), { today, locale }];
	const found = firstOf(RULES, words, context) ?? firstOf(WEAK_RULES, words, context);
	if (found === undefined) return undefined;
	const end = found.index + found.text.length;
	if (!isPlausible(found.meaning, today)) return { kind: 'impossible', text: start.slice(found.index, end).trim() };
	return { kind: 'date', day: found.meaning, rest: restOf(start, found.index, end) };
}

const MAX_CHARACTERS = 400;

/** A number that the end cuts in two is left out: its first digits would be another one. */
function beginning(text: string): string {
	return text.length <= MAX_CHARACTERS ? text : text.slice(0, MAX_CHARACTERS).replace(/[\d０-９]+$/, '');
}

/** Full-width digits, letters, signs and spaces as half-width ones, each in its place: what is found is cut from the text. */
function halfWidth(text: string): string {
	return text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE)).replaceAll('\u3000', ' ');
}

/** How far the full-width forms stand behind ASCII in Unicode. */
const WIDE = 0xfee0;

/** The first date in the text, and of several readings of it the longest. */
function firstOf(rules: readonly DateRule[], text: string, context: Context): Found | undefined {
	return rules
		.flatMap((rule) => rule(text, context) ?? [])
		.sort((a, b) => a.index - b.index || b.text.length - a.text.length)[0];
}

/** The first day of Heisei, before mobile phones for everybody: an earlier year is a typo. */
const EARLIEST = '1989-01-08';
const MAX_YEARS_AHEAD = 10;

function isPlausible(day: string, today: string): boolean {
	return day !== 'impossible' && day >= EARLIEST && day <= later({ years: MAX_YEARS_AHEAD }, today);
}

const WEEKDAY =
	'[(（]?(?:[月火水木金土日]曜日?|(?:周|週|星期|礼拜|禮拜)[一二三四五六日天]|\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\b)[)）]?';

/** Words that only tie the date to the sentence or repeat its weekday, in front of it and behind it. */
const BEFORE = new RegExp(`(?:${WEEKDAY})?(?:(?:^|\\s)(?:by|on|until|till|due|at)\\s*|[\\s,、，:：(（@~〜-]*)$`, 'i');
const AFTER = new RegExp(`^\\s?(?:${WEEKDAY})?(?:までに|まで|迄|に(?=\\s|$)|之前|以前|[\\s,、，:：)）.。!！]+)?`, 'i');

/** The words around the date, which stands from `start` to `end`: what the person calls the card. */
function restOf(text: string, start: number, end: number): string {
	const before = text.slice(0, start).replace(BEFORE, '');
	const after = text.slice(end).replace(AFTER, '');
	return `${before} ${after}`.replace(/\s+/g, ' ').trim();
}
