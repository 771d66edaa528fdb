import { type Hours, minutesOf } from '../hours-schema.ts';
import type { Problem } from '../problem.ts';
import type { MethodEntry } from '../schema.ts';
import type { CallPrice } from '../vocabulary.ts';
import { placeIn, proceduresOf } from '../walk.ts';
import { allNumbers } from './number-tokens.ts';
import type { Rule } from './rule.ts';

const ROUND_THE_CLOCK = /\b24[- ]hours?\b|\b24\/7\b|\bround the clock\b|\bday and night\b/i;

/** How a source says on which days. Round the clock leaves no day out. */
const DAYS: Readonly<Record<'daily' | 'weekdays', RegExp>> = {
	daily:
		/\b(?:every day|daily|all year|365 days|(?:seven|7) days a week|24[- ]hours?|24\/7|round the clock|day and night)\b/i,
	weekdays: /\b(?:weekdays?|Monday|Mon)\b/i,
};

const HOLIDAYS = /\bholidays?\b/i;

const PRICES: Readonly<Record<Exclude<CallPrice, 'unknown'>, RegExp>> = {
	free: /\bfree\b/i,
	charged: /\b(?:charged|paid|costs?|navi-dial)\b/i,
};

/** People act on hours at once, so they need the word of a source of their own method, not of any in the file. */
export function createHoursRule(): Rule {
	return {
		name: 'hours',
		description: "A method's hours, their days and the price of its call stand in a source of that method.",
		check: (knowledge) =>
			proceduresOf(knowledge).flatMap(({ procedure }) =>
				procedure.entry.methods.flatMap((method, index) =>
					unsupported(method).map(({ path, value }): Problem => {
						const place = placeIn(procedure, 'methods', index, ...path);
						return { file: procedure.file, place, wrong: 'no source of this method says so', value, remedy: REMEDY };
					}),
				),
			),
	};
}

const REMEDY = 'Write it into the "says" of the source that gives it, or take it out if no source does.';

type Claim = { path: PropertyKey[]; value: string };

function unsupported({ hours = [], call, sources }: MethodEntry): Claim[] {
	const says = sources.map((source) => source.says).join('\n');
	const numbers = allNumbers(says);
	return [
		...hours.flatMap((one, index) =>
			claimsOf(one, says, numbers).map(({ path, value }) => ({ path: ['hours', index, ...path], value })),
		),
		...(call && call !== 'unknown' && !PRICES[call].test(says) ? [{ path: ['call'], value: call }] : []),
	];
}

function claimsOf(hours: Hours, says: string, numbers: ReadonlySet<string>): Claim[] {
	const { days, holidays, closedOn = [] } = hours;
	const dayWords = typeof days === 'string' ? DAYS[days] : undefined;
	return [
		...(dayWords && !dayWords.test(says) ? [{ path: ['days'], value: String(days) }] : []),
		...timesOf(hours, says, numbers),
		...(holidays && !HOLIDAYS.test(says) ? [{ path: ['holidays'], value: holidays }] : []),
		...closedOn
			.map((value, index) => ({ path: ['closedOn', index], value }))
			.filter(({ value }) => dayTokens(value).some((token) => !numbers.has(token))),
	];
}

function timesOf(hours: Hours, says: string, numbers: ReadonlySet<string>): Claim[] {
	const isAllDay = minutesOf(hours.from) === 0 && hours.to === '24:00';
	return isAllDay && ROUND_THE_CLOCK.test(says)
		? []
		: (['from', 'to'] as const)
				.filter((field) => !timeTokens(hours[field]).some((token) => numbers.has(token)))
				.map((field) => ({ path: [field], value: hours[field] }));
}

/** 26:00 may stand in the source as 2:00, and 24:00 as 0:00. */
function timeTokens(time: string): string[] {
	const [hours, minutes] = time.split(':');
	return [`${Number(hours)}:${minutes}`, `${Number(hours) % 24}:${minutes}`];
}

/** As the numbers of a source are written: 01-01 → month 1, 1. */
function dayTokens(day: string): string[] {
	const [month, date] = day.split('-').map(Number);
	return [`month ${month}`, String(date)];
}
