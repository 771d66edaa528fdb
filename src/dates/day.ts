import { DateTime, IANAZone } from 'luxon';

export const DAY_IN_MS = 24 * 60 * 60 * 1000;

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
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_IN_MS);
}

/** The calendar day that many days later (or earlier, if negative). Days are written as 2026-12-31 and know no time zone. */
export function addDays(day: string, days: number): string {
	return formatDay(parseDay(day).plus({ days }));
}

/**
 * Midnight of a day in UTC, where every day has 24 hours.
 * @param day as 2026-12-31
 * @throws RangeError for what is no day of the calendar
 */
export function parseDay(day: string): DateTime<true> {
	const date = DateTime.fromISO(day, { zone: 'utc' });
	if (!date.isValid || !/^\d{4}-\d{2}-\d{2}$/.test(day)) {
		throw new RangeError(`"${day}" is no day. Write an existing one as 2026-12-31.`);
	}
	return date;
}

/** The day as 2026-12-31. */
export function formatDay(date: DateTime<true>): string {
	return date.toISODate();
}

/** Japan keeps no summer time, so this holds all year. */
export const JAPAN_AHEAD_MS = 9 * 60 * 60 * 1000;

/** The day in Japan, as 2026-11-20: ages and deadlines count by it. */
export function todayInJapan(now = new Date()): string {
	return new Date(now.getTime() + JAPAN_AHEAD_MS).toISOString().slice(0, '2026-11-20'.length);
}

/** Is it an IANA name, like Asia/Tokyo? A bare offset such as +09:00 is none: it knows no summer time. */
export function isTimeZone(name: string): boolean {
	return /^[A-Za-z]/.test(name) && name.length <= MAX_ZONE_LENGTH && IANAZone.isValidZone(name);
}

/** The longest names of the time zone database have 32 characters (America/Argentina/ComodRivadavia). */
const MAX_ZONE_LENGTH = 40;
