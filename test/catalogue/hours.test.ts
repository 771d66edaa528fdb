import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { openState } from '../../src/catalogue/hours.ts';
import { type Hours, minutesOf } from '../../src/catalogue/hours-schema.ts';
import { WEEKDAYS } from '../../src/catalogue/vocabulary.ts';

/** 2026-11-20 is a Friday. */
const inJapan = (moment: string): DateTime<true> => DateTime.fromISO(moment, { zone: 'Asia/Tokyo' }) as DateTime<true>;

const daily: Hours[] = [{ days: 'daily', from: '9:00', to: '20:00' }];
const weekdays: Hours[] = [{ days: 'weekdays', from: '9:30', to: '17:00' }];
const weekend: Hours[] = [{ days: ['sat', 'sun'], from: '10:00', to: '18:00' }];
const nightly: Hours[] = [{ days: ['fri'], from: '18:00', to: '26:00' }];
const always: Hours[] = [{ days: 'daily', from: '0:00', to: '24:00' }];
const newYear: Hours[] = [{ days: 'daily', from: '10:00', to: '19:00', closedOn: ['01-01'] }];

const open = (day: string, at: string) => ({ state: 'open', until: { day, at } });
const closed = (day: string, at: string) => ({ state: 'closed', opens: { day, at } });

test.each([
	['every day, before', daily, '2026-11-20T08:59', closed('today', '9:00')],
	['every day, at the first minute', daily, '2026-11-20T09:00', open('today', '20:00')],
	['every day, in the last minute', daily, '2026-11-20T19:59:59', open('today', '20:00')],
	['every day, at the end', daily, '2026-11-20T20:00', closed('tomorrow', '9:00')],
	['on weekdays, Friday evening', weekdays, '2026-11-20T17:00', closed('mon', '9:30')],
	['on weekdays, Sunday', weekdays, '2026-11-22T12:00', closed('tomorrow', '9:30')],
	['at weekends, Sunday evening', weekend, '2026-11-22T18:00', closed('sat', '10:00')],
	['after midnight', nightly, '2026-11-20T23:00', open('tomorrow', '2:00')],
	['after midnight, on the next day', nightly, '2026-11-21T01:59', open('today', '2:00')],
	['after midnight, at the end', nightly, '2026-11-21T02:00', closed('fri', '18:00')],
	['round the clock', always, '2026-11-20T00:00', { state: 'open' }],
	['round the clock on weekdays', [{ ...always[0], days: 'weekdays' }], '2026-11-18T12:00', open('fri', '24:00')],
	['to midnight', [{ from: '9:00', to: '24:00' }], '2026-11-20T12:00', open('today', '24:00')],
	['with a break at noon', [...daily, { from: '20:30', to: '22:00' }], '2026-11-20T20:10', closed('today', '20:30')],
	['but not on New Year’s Day, the evening before', newYear, '2026-12-31T19:00', closed('sat', '10:00')],
	['but not on New Year’s Day, on that day', newYear, '2027-01-01T12:00', closed('tomorrow', '10:00')],
	[
		'on a Friday that is closed, and no other',
		[{ ...nightly[0], closedOn: ['11-20'] }],
		'2026-11-20T19:00',
		closed('fri', '18:00'),
	],
	['never within a week', [{ ...nightly[0], closedOn: ['11-27'] }], '2026-11-21T12:00', { state: 'closed' }],
] as [string, Hours[], string, object][])('open %s', (_name, hours, moment, expected) => {
	expect(openState(hours, inJapan(moment).toMillis())).toEqual(expected);
});

/** Quarters of an hour, so that the model below need look only at these. */
const time = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
const anyHours: fc.Arbitrary<Hours> = fc
	.record({
		days: fc.oneof(
			fc.constantFrom('daily' as const, 'weekdays' as const),
			fc.subarray([...WEEKDAYS], { minLength: 1 }),
		),
		from: fc.integer({ min: 0, max: 95 }),
		length: fc.integer({ min: 1, max: 96 }),
		closedOn: fc.constantFrom<string[]>([], ['01-01'], ['12-31', '01-02']),
	})
	.map(({ days, from, length, closedOn }) => {
		return { days, from: time(from * 15), to: time((from + length) * 15), closedOn };
	});
const anyMoment = fc.integer({ min: Date.UTC(2026, 11, 24), max: Date.UTC(2027, 0, 8) });

/** Asks the calendar of luxon about the day and the one before. */
function isOpenAt(hours: readonly Hours[], moment: DateTime<true>): boolean {
	return [0, 1].some((ago) => {
		const day = moment.minus({ days: ago });
		const minute = moment.hour * 60 + moment.minute + ago * 24 * 60;
		return hours.some(({ days = 'daily', from, to, closedOn = [] }) => {
			const isOn =
				days === 'daily' ||
				(days === 'weekdays' ? day.weekday <= 5 : days.includes(WEEKDAYS[day.weekday - 1] as 'mon'));
			return isOn && !closedOn.includes(day.toFormat('MM-dd')) && minutesOf(from) <= minute && minute < minutesOf(to);
		});
	});
}

/** Looks at every quarter of an hour of the next six days. */
function firstChange(hours: readonly Hours[], moment: DateTime<true>): DateTime<true> | undefined {
	const quarter = moment.startOf('hour').plus({ minutes: Math.floor(moment.minute / 15) * 15 });
	const isOpen = isOpenAt(hours, moment);
	for (let ahead = 1; ahead <= 4 * 24 * 6; ahead += 1) {
		const later = quarter.plus({ minutes: ahead * 15 });
		if (isOpenAt(hours, later) !== isOpen) {
			return later;
		}
	}
	return undefined;
}

/** The end of a day is 24:00 where something ends. */
function asTold(change: DateTime<true>, moment: DateTime<true>, isEnd: boolean): object {
	const isMidnight = isEnd && change.toFormat('H:mm') === '0:00';
	const day = isMidnight ? change.minus({ days: 1 }) : change;
	const days = Math.round(day.startOf('day').diff(moment.startOf('day'), 'days').days);
	const name = ['today', 'tomorrow'][days] ?? WEEKDAYS[day.weekday - 1];
	return { day: name, at: isMidnight ? '24:00' : change.toFormat('H:mm') };
}

test('for all hours and moments the state is that of the minute, and what comes next is the first change', () => {
	fc.assert(
		fc.property(fc.array(anyHours, { minLength: 1, maxLength: 3 }), anyMoment, (hours, now) => {
			const moment = DateTime.fromMillis(now, { zone: 'Asia/Tokyo' }) as DateTime<true>;
			const isOpen = isOpenAt(hours, moment);
			const found = openState(hours, now);
			expect(found.state).toBe(isOpen ? 'open' : 'closed');
			const change = firstChange(hours, moment);
			if (change) {
				expect(found.state === 'open' ? found.until : found.opens).toEqual(asTold(change, moment, isOpen));
			}
		}),
		{ numRuns: 60 },
	);
});

test('for all hours and moments the same is told until the time that is told', () => {
	fc.assert(
		fc.property(fc.array(anyHours, { minLength: 1, maxLength: 3 }), anyMoment, (hours, now) => {
			const found = openState(hours, now);
			const told = found.state === 'open' ? found.until : found.opens;
			const end = told?.day === 'today' ? minutesOf(told.at) : 24 * 60;
			const midnight = (DateTime.fromMillis(now, { zone: 'Asia/Tokyo' }) as DateTime<true>).startOf('day').toMillis();
			expect(openState(hours, midnight + end * 60_000 - 1)).toEqual(found);
			if (told?.day === 'today' && told.at !== '24:00') {
				expect(openState(hours, midnight + end * 60_000).state).not.toBe(found.state);
			}
		}),
	);
});
