import { DateTime, type DurationLike } from 'luxon';
import { formatDay, parseDay } from '../day.ts';
import type { Meaning } from './rule.ts';

/** Later years have more than four digits, which no day is written with. */
const LAST_YEAR = 9999;

/** Years between two leap days around a century that has none. */
const MAX_YEARS_TO_LEAP_DAY = 8;

/** A day of the Gregorian calendar, if there is such a one. */
export function dayOf(year: number, month: number, date: number): Meaning {
	const day = DateTime.utc(year, month, date);
	return day.isValid && year <= LAST_YEAR ? formatDay(day) : 'impossible';
}

/** The year, month and day of month of a day. */
export function partsOf(day: string): { year: number; month: number; date: number } {
	const { year, month, day: date } = parseDay(day);
	return { year, month, date };
}

/** The next such day from today on, today included. The 29th of February may be years away. */
export function nextSuchDay(month: number, date: number, today: string): Meaning {
	const { year } = partsOf(today);
	const days = Array.from({ length: MAX_YEARS_TO_LEAP_DAY + 1 }, (_, years) => dayOf(year + years, month, date));
	return days.find((day) => day !== 'impossible' && day >= today) ?? 'impossible';
}

/** The next day of that number, in this month or the next one that has it. */
export function nextSuchDate(date: number, today: string): Meaning {
	const days = [0, 1, 2].map((months) => inMonth(months, date, today));
	return days.find((day) => day !== 'impossible' && day >= today) ?? 'impossible';
}

/** The day of that number, so many months from this month. */
export function inMonth(months: number, date: number, today: string): Meaning {
	const { year, month } = parseDay(today).startOf('month').plus({ months });
	return dayOf(year, month, date);
}

/** The last day of the month that many months from this month. */
export function endOfMonth(months: number, today: string): Meaning {
	return formatDay(parseDay(today).startOf('month').plus({ months }).endOf('month'));
}

/**
 * The day so much later. A month later than the 31st of January is the last day of February. What lies past all
 * calendars is impossible.
 */
export function later(duration: DurationLike, today: string): Meaning {
	const day = parseDay(today).plus(duration);
	return day.isValid && day.year <= LAST_YEAR ? formatDay(day) : 'impossible';
}

/** A day of the week (1 Monday to 7 Sunday), so many weeks from this one. Weeks begin on Monday. */
export function inWeek(weeks: number, weekday: number, today: string): string {
	return formatDay(
		parseDay(today)
			.startOf('week')
			.plus({ weeks, days: weekday - 1 }),
	);
}

/** The next such day of the week, today included. */
export function nextWeekday(weekday: number, today: string): string {
	const thisWeek = inWeek(0, weekday, today);
	return thisWeek >= today ? thisWeek : inWeek(1, weekday, today);
}
