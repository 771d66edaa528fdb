import { DateTime } from 'luxon';

/** The calendar day that many days later (or earlier, if negative). Days are written as 2026-12-31 and know no time zone. */
export function addDays(day: string, days: number): string {
	return written(calendarDay(day).plus({ days }));
}

/** A day counted in UTC, where each has 24 hours. */
export function calendarDay(day: string): DateTime<true> {
	const read = DateTime.fromISO(day, { zone: 'utc' });
	if (!read.isValid || !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
		throw new RangeError(`"${day}" is no day. Write an existing one as 2026-12-31.`);
	}
	return read;
}

/** The day as 2026-12-31. */
export function written(day: DateTime<true>): string {
	return day.toISODate();
}
