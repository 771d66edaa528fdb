import { DAY_IN_MS, JAPAN_AHEAD_MS } from '../dates/day.ts';
import { type Hours, minutesOf } from './hours-schema.ts';
import { WEEKDAYS, type Weekday } from './vocabulary.ts';

/** A time of the day in Japan. `at` is written as 9:00, the end of a day as 24:00. */
export type TimeInJapan = { day: 'today' | 'tomorrow' | Weekday; at: string };

/** Without `until` it never closes; without `opens` it stays closed for more than a week. */
export type OpenState = { state: 'open'; until?: TimeInJapan } | { state: 'closed'; opens?: TimeInJapan };

/** Minutes since midnight of today in Japan. */
type Range = { from: number; to: number };

const MINUTE_IN_MS = 60 * 1000;
const DAY_IN_MINUTES = 24 * 60;
const DAYS_AHEAD = 7;

/**
 * Whether somebody answers at a moment, and until or from when. Hours without days count for every day. Public
 * holidays are not known here.
 * @param now milliseconds since 1970
 */
export function openState(hours: readonly Hours[], now: number): OpenState {
	const japan = now + JAPAN_AHEAD_MS;
	const today = Math.floor(japan / DAY_IN_MS);
	const minute = Math.floor((japan - today * DAY_IN_MS) / MINUTE_IN_MS);
	const ranges = joined(rangesAround(hours, today));
	const current = ranges.find(({ from, to }) => from <= minute && minute < to);
	if (current) {
		const isEndless = current.to >= DAYS_AHEAD * DAY_IN_MINUTES;
		return { state: 'open', ...(isEndless ? {} : { until: endOf(current.to, today) }) };
	}
	const next = ranges.find(({ from }) => from > minute);
	return { state: 'closed', ...(next ? { opens: timeOf(next.from, today) } : {}) };
}

/** From yesterday on, whose hours may go on after midnight. */
function rangesAround(hours: readonly Hours[], today: number): Range[] {
	const offsets = Array.from({ length: DAYS_AHEAD + 2 }, (_, index) => index - 1);
	return offsets.flatMap((offset) =>
		hours
			.filter((one) => isOn(one, today + offset))
			.map(({ from, to }) => ({
				from: offset * DAY_IN_MINUTES + minutesOf(from),
				to: offset * DAY_IN_MINUTES + minutesOf(to),
			})),
	);
}

/** Puts together what overlaps or follows without a break, in order. */
function joined(ranges: readonly Range[]): Range[] {
	const result: Range[] = [];
	for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
		const last = result.at(-1);
		if (last && range.from <= last.to) {
			last.to = Math.max(last.to, range.to);
		} else {
			result.push({ ...range });
		}
	}
	return result;
}

/** @param day days since 1970 */
function isOn({ days = 'daily', closedOn = [] }: Hours, day: number): boolean {
	const date = new Date(day * DAY_IN_MS).toISOString();
	if (closedOn.includes(date.slice('2026-'.length, '2026-01-01'.length))) {
		return false;
	}
	const weekday = weekdayOf(day);
	if (typeof days !== 'string') {
		return days.includes(weekday);
	}
	return days === 'daily' || (weekday !== 'sat' && weekday !== 'sun');
}

/** 1 January 1970 was a Thursday. */
function weekdayOf(day: number): Weekday {
	return WEEKDAYS[(((day + 3) % 7) + 7) % 7] ?? 'mon';
}

function timeOf(minute: number, today: number): TimeInJapan {
	const offset = Math.floor(minute / DAY_IN_MINUTES);
	return { day: dayAt(offset, today), at: formatTime(minute - offset * DAY_IN_MINUTES) };
}

/** What ends at midnight ends at 24:00 of the day before. */
function endOf(minute: number, today: number): TimeInJapan {
	return minute % DAY_IN_MINUTES === 0
		? { day: dayAt(minute / DAY_IN_MINUTES - 1, today), at: '24:00' }
		: timeOf(minute, today);
}

function dayAt(offset: number, today: number): TimeInJapan['day'] {
	return (['today', 'tomorrow'] as const)[offset] ?? weekdayOf(today + offset);
}

function formatTime(minute: number): string {
	return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}
