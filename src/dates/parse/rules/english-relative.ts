import { Duration, type DurationLikeObject } from 'luxon';
import { inWeek, later, nextWeekday } from '../calendar.ts';
import { createRule, type Meaning } from '../rule.ts';

const UNITS = {
	days: 'd(?:ays?)?',
	weeks: 'w(?:(?:ee)?ks?)?',
	months: 'mo(?:s|nths?)?',
	quarters: 'quarters?',
	years: 'y(?:(?:ea)?rs?)?',
} as const satisfies Partial<Record<keyof DurationLikeObject, string>>;
type Unit = keyof typeof UNITS;

/** Half of a unit. Half a day and half a quarter are not read. */
const HALVES: Readonly<Partial<Record<Unit, DurationLikeObject>>> = {
	weeks: { days: 4 },
	months: { weeks: 2 },
	years: { months: 6 },
};

const NUMBER_WORDS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** "A few" and "a couple of" are not exact, but whoever says so sees the day and can correct it. */
const WORDS = `${NUMBER_WORDS.join('|')}|(?:an?\\s)?few|(?:a\\s)?couple(?:\\sof)?|half(?:\\san?)?|an?`;
const UNIT = Object.entries(UNITS)
	.map(([name, words]) => `(?<${name}>${words})`)
	.join('|');
const AMOUNT = `(?:(?<digits>\\d{1,9})(?<half>\\.5)?\\s{0,3}|(?<words>${WORDS})\\s{1,3})(?:${UNIT})\\b`;
const EACH_AMOUNT = new RegExp(AMOUNT, 'gi');

/** The same without groups: 2 weeks, 1 month and 3 days. */
const ONE_AMOUNT = AMOUNT.replaceAll(/\?<\w+>/g, '?:');
const AMOUNTS = `${ONE_AMOUNT}(?:\\s{0,3},?\\s{0,3}(?:and\\s{1,3})?${ONE_AMOUNT}){0,2}`;
/** In "1.5 weeks" and "1-2 weeks" nothing may begin in the middle. */
const START = '(?<![\\w.,-])';
const ABOUT = '(?:(?:about|around|roughly|approximately|just)\\s{1,3})?';
const FROM_NOW = '\\s{1,3}from\\s{1,3}(?:now|today)\\b';

/** In 30 days, a month from now, 2 weeks later, 30 days ago. Without such a word it would be a length of time. */
export const englishAmount = createRule(
	new RegExp(
		`\\bin\\s{1,3}${ABOUT}(?<ahead>${AMOUNTS})(?:${FROM_NOW}|['’]?s?['’]?\\s{1,3}time\\b)?|` +
			`${START}${ABOUT}(?:(?<later>${AMOUNTS})(?:${FROM_NOW}|\\s{1,3}later\\b)|(?<past>${AMOUNTS})\\s{1,3}ago\\b)`,
		'gi',
	),
	({ ahead, later: after = ahead, past }, { today }) =>
		past === undefined ? shift(today, after ?? '', 1) : shift(today, past, -1),
);

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const WEEKDAY = `(?<weekday>${WEEKDAYS.join('|')})\\b`;

/** Monday next week: weeks begin on Monday. */
export const weekdayOfWeek = createRule(
	new RegExp(`\\b${WEEKDAY},?\\s(?:of\\s)?(?<week>this|next|last)\\sweek\\b`, 'gi'),
	({ week, weekday }, { today }) => {
		const weeks = { this: 0, next: 1, last: -1 }[week?.toLowerCase() ?? ''] ?? 0;
		return inWeek(weeks, numberOf(weekday), today);
	},
);

/** Friday and this friday: the next one, today included. Next friday: that of next week. Two days before friday. */
export const englishWeekday = createRule(
	new RegExp(
		`(?:${START}(?<amount>${AMOUNTS}|(?:the\\s)?day)\\s(?<direction>before|after|from)\\s)?` +
			`\\b(?:(?:the\\s)?(?<which>next|last|past)\\s|(?:this\\s)?(?:coming\\s)?)?${WEEKDAY}(?!\\sof\\s(?:every|each|the)\\b)`,
		'gi',
	),
	({ amount, direction, which, weekday }, { today }) => {
		const day = weekdayFrom(today, which, numberOf(weekday));
		return amount === undefined ? day : shift(day, amount, direction?.toLowerCase() === 'before' ? -1 : 1);
	},
	({ amount, which }) => ((amount ?? which) === undefined ? 'week' : undefined),
);

function numberOf(weekday: string | undefined): number {
	return WEEKDAYS.indexOf(weekday?.toLowerCase() ?? '') + 1;
}

function weekdayFrom(today: string, which: string | undefined, weekday: number): string {
	if (which === undefined) return nextWeekday(weekday, today);
	if (which.toLowerCase() === 'next') return inWeek(1, weekday, today);
	const thisWeek = inWeek(0, weekday, today);
	return thisWeek < today ? thisWeek : inWeek(-1, weekday, today);
}

/**
 * A day so much later, or earlier with the sign -1.
 * @param amounts such as "1 month and 3 days"; "the day" is one
 * @returns undefined for half of a unit that is not read
 */
function shift(day: string, amounts: string, sign: 1 | -1): Meaning | undefined {
	let total = Duration.fromObject(/^(?:the\s)?day$/i.test(amounts) ? { days: 1 } : {});
	for (const { groups = {} } of amounts.matchAll(EACH_AMOUNT)) {
		const unit = (Object.keys(UNITS) as Unit[]).find((name) => groups[name] !== undefined) ?? 'days';
		const { digits, words = '', half = /^half/i.exec(words)?.[0] } = groups;
		const halfUnit = half === undefined ? {} : HALVES[unit];
		if (halfUnit === undefined) return undefined;
		total = total.plus({ [unit]: digits === undefined ? readNumberWords(words) : Number(digits) }).plus(halfUnit);
	}
	return later(sign === 1 ? total : total.negate(), day);
}

/** A and an are 1, half a is 0 and a half. */
function readNumberWords(words: string): number {
	if (/^half/i.test(words)) return 0;
	if (/few/i.test(words)) return 3;
	if (/couple/i.test(words)) return 2;
	return NUMBER_WORDS.indexOf(words.toLowerCase()) + 1 || 1;
}
