import type { Deadline } from '../catalogue/schema.ts';
import { daysBetween, parseDay } from '../dates/day.ts';
import { nextSuchDay } from '../dates/parse/calendar.ts';
import type { DayMeaning } from './plan.ts';
import { applyRule } from './schedule.ts';

/** A day as somebody wrote it. Where that leaves open which one is meant, `day` is the next, and `repeats` says how often it comes. */
export type WrittenDay = { day: string; repeats?: 'week' | 'month' | 'year' | undefined };

export type Circumstances = {
	deadline: Deadline | undefined;
	today: string;
	/** The words answer the question from which day the rule counts. */
	isAnswer: boolean;
	/** The words ask to be reminded. */
	asks: boolean;
	/** The words say that something ends. */
	isEnd: boolean;
};

/** Rules that count from what has happened already. */
const LOOKS_BACK: readonly Deadline['from'][] = ['last-top-up', 'activation'];

export function looksBack({ from }: Deadline): boolean {
	return LOOKS_BACK.includes(from);
}

/**
 * What a day most likely means, and which day it is then. An answer is read as what was asked for. A day that somebody
 * names by themselves is what the rule counts from only where that leaves time to act: otherwise it lies ahead.
 */
export function likeliestDay(written: WrittenDay, when: Circumstances): { meaning: DayMeaning; day: string } {
	const { deadline, isAnswer, asks, isEnd } = when;
	const ahead: DayMeaning = asks && !isEnd ? 'notice' : 'end';
	if (!deadline) {
		return { meaning: ahead, day: written.day };
	}
	const start = startOf(deadline, written, when.today);
	if (
		isAnswer ||
		(ahead === 'end' && (deadline.from === 'plan-end' || (!isEnd && isOpen(deadline, start, when.today))))
	) {
		return { meaning: 'rule', day: start };
	}
	return { meaning: ahead, day: written.day };
}

/**
 * The day from which a rule counts, in the direction in which it looks. A topping may have ended or be about to: the
 * nearer day.
 */
function startOf(deadline: Deadline, written: WrittenDay, today: string): string {
	const before = dayBefore(written, today);
	if (before === undefined || written.day === today || deadline.from === 'plan-end') {
		return written.day;
	}
	const isNearer = daysBetween(before, today) < daysBetween(today, written.day);
	return looksBack(deadline) || isNearer ? before : written.day;
}

/** Whether a rule that counts from this day leaves time to act. What has happened cannot lie ahead. */
function isOpen(deadline: Deadline, start: string, today: string): boolean {
	const { leadDay, ends } = applyRule(deadline, start);
	return (leadDay ?? ends) >= today && !(looksBack(deadline) && start > today);
}

/** The other day that the words may mean, where a rule looks both ways. */
export function otherDay(
	deadline: Deadline | undefined,
	written: WrittenDay,
	taken: string,
	today: string,
): string | undefined {
	if (deadline?.from !== 'last-paid-topping-end') {
		return undefined;
	}
	const other = taken === written.day ? dayBefore(written, today) : written.day;
	return other === undefined || isOver(deadline, other, today) ? undefined : other;
}

/** Whether all that follows from this day has happened. */
function isOver(deadline: Deadline, start: string, today: string): boolean {
	const { ends, grace } = applyRule(deadline, start);
	return (grace?.day ?? ends) < today;
}

/** The last such day up to today, where the words leave it open; undefined where they do not. */
function dayBefore({ day, repeats }: WrittenDay, today: string): string | undefined {
	if (repeats === undefined) {
		return undefined;
	}
	const { month, day: date } = parseDay(day);
	const isSuch = {
		week: () => true,
		month: (one: Day) => one.day === date,
		year: (one: Day) => one.day === date && one.month === month,
	};
	for (let times = 1; times <= MAX_STEPS; times += 1) {
		const before = parseDay(day).minus({ [`${repeats}s`]: times });
		if (isSuch[repeats](before) && before.toISODate() <= today) {
			return before.toISODate();
		}
	}
	return undefined;
}

type Day = ReturnType<typeof parseDay>;

/** Years between two leap days around a century that has none. */
const MAX_STEPS = 8;

/** The next day of that month and date, from today on: where a day in the past is to be one that lies ahead. */
export function nextSuch(day: string, today: string): string {
	const { month, day: date } = parseDay(day);
	return day >= today ? day : nextSuchDay(month, date, today);
}

/** The last day of that month and date, up to today: where a day ahead is to be one that has been. */
export function lastSuch(day: string, today: string): string {
	return day <= today ? day : (dayBefore({ day, repeats: 'year' }, today) ?? day);
}
