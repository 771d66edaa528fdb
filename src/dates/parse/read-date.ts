import { later } from './calendar.ts';
import { endOf, findDays } from './find-days.ts';
import { restOf } from './rest.ts';
import type { Found, Period, Words } from './rule.ts';
import { findTimes } from './time-of-day.ts';

/** A day that was found in a text. */
type Dated = {
	kind: 'date';
	/** As 2026-12-31. */
	day: string;
	/** How often such a day comes, where the writer left open which one is meant: 31 December every year, Friday every week. */
	repeats?: Period;
	/** Further different days of the text, in its order; the last day of a range. */
	others?: readonly string[];
	/** The time of day, in the words as they were written. */
	time?: string;
	/** The words around the days and times. */
	rest: string;
	/** The same as it was written, cut at each day and time. */
	parts: readonly string[];
};

/** What was found in a text: a day with the words around it, or words that are meant as a date and are none. */
export type ReadDate = Dated | { kind: 'impossible'; text: string };

const MAX_OTHERS = 3;

/**
 * The first date in what a person wrote, in any of the languages; undefined if there is none. A day without a year is the
 * next such day, today included; a day with a year may lie in the past. Days that do not exist, that another calendar
 * counts, or that lie more than ten years ahead or before there were such cards, are impossible.
 * @param text only its first 400 characters are read
 * @param today as 2026-11-20
 * @param locale the person's language; in English 31/12 is the 31st of December
 */
export function readDate(text: string, today: string, locale: string): ReadDate | undefined {
	// A syllable of Hangul and a letter with its mark are one character each.
	const start = beginning(text.normalize('NFC'));
	const plain = halfWidth(start);
	const times = findTimes(plain);
	const { days, repeated } = findDays(joinRanges(blank(plain, times)), { today, locale });
	const [first] = days;
	if (first === undefined) return undefined;
	if (!isPlausible(first.meaning, today)) {
		return { kind: 'impossible', text: start.slice(first.index, endOf(first)).trim() };
	}
	const day = firstDay(first, days, today);
	const others = othersOf(days, day, today);
	const [time] = times;
	const parts = cut(start, [...days, ...repeated, ...times]);
	return {
		kind: 'date',
		day,
		...(first.repeats ? { repeats: first.repeats } : {}),
		...(others.length > 0 ? { others } : {}),
		...(time ? { time: start.slice(time.index, endOf(time)).trim() } : {}),
		rest: restOf(parts),
		parts,
	};
}

/** The parts of a text without its times of day. Only the first 400 characters are read. */
export function cutAtTimes(text: string): string[] {
	const start = beginning(text.normalize('NFC'));
	return cut(start, findTimes(halfWidth(start)));
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

/** The text with spaces in place of the words, so that no part of them is read as a date. */
function blank(text: string, words: readonly Words[]): string {
	return words.reduce((rest, { index, text: { length } }) => {
		return `${rest.slice(0, index)}${' '.repeat(length)}${rest.slice(index + length)}`;
	}, text);
}

/** A hyphen is also a part of numbers that are no dates; between two dates it is read as the sign of a range. */
function joinRanges(text: string): string {
	return text.replace(/(?<=\d[./]\d{1,2})-(?=\d{1,4}[./]\d)/g, '~');
}

/** What lies between the words. */
function cut(text: string, words: readonly Words[]): string[] {
	const parts: string[] = [];
	let end = 0;
	for (const one of words.toSorted((a, b) => a.index - b.index)) {
		parts.push(text.slice(end, one.index));
		end = endOf(one);
	}
	return [...parts, text.slice(end)];
}

/** In "Dec 1 to Dec 5" the first day may be over: it is not that of next year. */
function firstDay({ meaning, repeats }: Found, [, second]: readonly Found[], today: string): string {
	const before = later({ years: -1 }, meaning);
	const isOver =
		repeats === 'year' && second?.repeats === 'year' && before < second.meaning && second.meaning < meaning;
	return isOver && isPlausible(second.meaning, today) ? before : meaning;
}

function othersOf(days: readonly Found[], first: string, today: string): string[] {
	const all = days.flatMap(({ meaning, others }, place) => (place === 0 ? others : [meaning, ...others]));
	const different = new Set(all.filter((day) => day !== first && isPlausible(day, today)));
	return [...different].slice(0, MAX_OTHERS);
}

/** The first day of Heisei, before mobile phones for everybody: an earlier year is a typo. */
const EARLIEST = '1989-01-08';
const MAX_YEARS_AHEAD = 10;

function isPlausible(day: string, today: string): boolean {
	return day !== 'impossible' && day >= EARLIEST && day <= later({ years: MAX_YEARS_AHEAD }, today);
}
