import { DateTime, IANAZone } from 'luxon';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether 2025, 2025-03 or 2025-03-26 is in the calendar. */
export function isRealDay(value: string): boolean {
	const full = `${value}${'-01-01'.slice(value.length - 4)}`;
	const date = new Date(`${full}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(full);
}

/** The last day that a date may mean: 2025-02 → 2025-02-28. A page of that month may be as young as that. */
export function lastDayOf(value: string): string {
	const [year = '', month = '12', day] = value.split('-');
	const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
	return `${year}-${month}-${day ?? String(last).padStart(2, '0')}`;
}

/** Full days from one day to another, both as 2025-03-26. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

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

/** Is it an IANA name, like Asia/Tokyo? A bare offset such as +09:00 is none: it knows no summer time. */
export function isTimeZone(name: string): boolean {
	return /^[A-Za-z]/.test(name) && name.length <= LONGEST && IANAZone.isValidZone(name);
}

/** The longest names of the time zone database have 32 characters (America/Argentina/ComodRivadavia). */
const LONGEST = 40;
