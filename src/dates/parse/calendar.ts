import { DateTime, type DurationLike } from 'luxon';
import { calendarDay, written } from '../day.ts';
import { type Meaning, partsOf } from './rule.ts';

/** A day of the Gregorian calendar, if there is such a one. */
export function dayOf(year: number, month: number, date: number): Meaning {
	const day = DateTime.utc(year, month, date);
	return day.isValid && year <= LAST_YEAR ? written(day) : 'impossible';
}

/** Later years have more than four digits, which no day is written with. */
const LAST_YEAR = 9999;

/** The next such day from today on, today included. The 29th of February may be years away. */
export function nextSuchDay(month: number, date: number, today: string): Meaning {
	const { year } = partsOf(today);
	const days = Array.from({ length: LONGEST_WAIT + 1 }, (_, later) => dayOf(year + later, month, date));
	return days.find((day) => day !== 'impossible' && day >= today) ?? 'impossible';
}

/** Years between two leap days around a century that has none. */
const LONGEST_WAIT = 8;

/** The next day of that number, in this month or the next one that has it. */
export function nextSuchDate(date: number, today: string): Meaning {
	const days = [0, 1, 2].map((months) => inMonth(months, date, today));
	return days.find((day) => day !== 'impossible' && day >= today) ?? 'impossible';
}

/** The day of that number, so many months from this month. */
export function inMonth(months: number, date: number, today: string): Meaning {
	const { year, month } = calendarDay(today).startOf('month').plus({ months });
	return dayOf(year, month, date);
}

/** The last day of the month that many months from this month. */
export function endOfMonth(months: number, today: string): Meaning {
	return written(calendarDay(today).startOf('month').plus({ months }).endOf('month'));
}

/** The day so much later. What lies past all calendars is impossible. */
export function later(duration: DurationLike, today: string): Meaning {
	const day = calendarDay(today).plus(duration);
	return day.isValid && day.year <= LAST_YEAR ? written(day) : 'impossible';
}

/** A day of the week (1 Monday to 7 Sunday), so many weeks from this one. Weeks begin on Monday. */
export function inWeek(weeks: number, weekday: number, today: string): Meaning {
	return written(
		calendarDay(today)
			.startOf('week')
			.plus({ weeks, days: weekday - 1 }),
	);
}
