import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { Deadline } from '../../src/catalogue/schema.ts';
import { isTimeZone } from '../../src/dates/day.ts';
import { applyRule, daysLeft, nextNotice, noticesFor } from '../../src/reminders/schedule.ts';
import { content } from '../support/nokori.ts';

const { catalogue } = content();

function deadlineOf(carrier: string, procedure: 'renew' | 'keep-number'): Deadline {
	const deadline = catalogue.procedure(carrier, procedure)?.deadline;
	if (deadline === undefined) throw new Error(`${carrier}/${procedure} has no deadline`);
	return deadline;
}

function at(local: string, zone: string): number {
	return DateTime.fromISO(local, { zone }).toMillis();
}

/** What a rule gives, in the order of time: the lead day, the end, and what comes after the grace. */
function lines(deadline: Deadline, from: string): string[] {
	const { ends, then, grace, leadDay } = applyRule(deadline, from);
	return [
		...(leadDay ? [`${leadDay} last day`] : []),
		`${ends} ${then}`,
		...(grace ? [`${grace.day} ${grace.then}`] : []),
	];
}

describe('the rules of the catalogue', () => {
	it('povo: a topping that ended on 31 January is safe up to 30 July, as its worked example says', () => {
		const povo = deadlineOf('povo', 'keep-number');
		expect(lines(povo, '2026-01-31')).toEqual(['2026-07-30 last day', '2026-07-31 suspended', '2026-08-30 cancelled']);
	});

	it('povo: a topping that ended on 1 June is safe up to 28 November', () => {
		const povo = deadlineOf('povo', 'keep-number');
		expect(lines(povo, '2026-06-01')).toEqual(['2026-11-28 last day', '2026-11-29 suspended', '2026-12-29 cancelled']);
	});

	it('SoftBank prepaid: a recharge is good for 60 days, and the number for 360 more', () => {
		const [renew, keep] = [deadlineOf('softbank-prepaid', 'renew'), deadlineOf('softbank-prepaid', 'keep-number')];
		expect(lines(renew, '2026-01-01')).toEqual(['2026-03-02 suspended']);
		expect(lines(keep, '2026-01-01')).toEqual(['2026-03-02 suspended', '2027-02-25 cancelled']);
	});

	it('Mobal: an extension is asked for 2 days before the plan ends', () => {
		expect(lines(deadlineOf('mobal', 'renew'), '2027-01-01')).toEqual(['2026-12-30 last day', '2027-01-01 cancelled']);
	});

	it('b-mobile: 2 days after its last day it can still be charged', () => {
		const bMobile = deadlineOf('b-mobile-visitor', 'renew');
		expect(lines(bMobile, '2026-12-31')).toEqual(['2026-12-31 suspended', '2027-01-02 unusable']);
	});

	it.each([
		['jp-smart-sim', 'suspended'],
		['iij-travel-sim', 'unusable'],
		['airalo', 'unusable'],
		['holafly', 'unusable'],
		['nomad', 'unusable'],
		['docomo-prepaid', 'unusable'],
	])('%s: a plan ends on its last day', (carrier, then) => {
		expect(lines(deadlineOf(carrier, 'renew'), '2026-12-31')).toEqual([`2026-12-31 ${then}`]);
	});

	it.each(['renew', 'keep-number'] as const)('Chunghwa: a top-up is good for 180 days (%s)', (procedure) => {
		expect(lines(deadlineOf('chunghwa-roaming', procedure), '2026-01-01')).toEqual(['2026-06-30 unusable']);
	});

	it('all of them are tested here', () => {
		const found = catalogue.carriers.flatMap(({ id }) =>
			(['renew', 'keep-number'] as const).filter((procedure) => catalogue.procedure(id, procedure)?.deadline),
		);
		expect(found).toHaveLength(13);
	});
});

describe('a rule', () => {
	const povo = deadlineOf('povo', 'keep-number');

	it('that counts from the activation counts that day as the first', () => {
		expect(applyRule({ ...povo, from: 'activation' }, '2026-06-02').ends).toBe('2026-11-29');
	});

	it('counts a leap day', () => {
		const daily: Deadline = { ...povo, from: 'plan-end', days: 1 };
		expect(applyRule(daily, '2028-02-28').ends).toBe('2028-02-29');
		expect(applyRule(daily, '2028-02-29').ends).toBe('2028-03-01');
		expect(applyRule(daily, '2027-02-28').ends).toBe('2027-03-01');
		expect(applyRule(povo, '2028-02-29').ends).toBe('2028-08-28');
	});

	it('runs over the end of a year', () => {
		expect(applyRule(povo, '2026-09-15').ends).toBe('2027-03-15');
	});

	it.each(['2027-02-29', '2026-13-01', '1 June', '', '2026-06-01T00:00'])('refuses "%s", which is no day', (from) => {
		expect(() => applyRule(povo, from)).toThrow('Write an existing one as 2026-12-31');
	});
});

describe('notices', () => {
	it('come 30, 7 and 1 days before, at 10:00 there', () => {
		expect(noticesFor('2026-12-31', 'Asia/Tokyo').map((ms) => new Date(ms).toISOString())).toEqual([
			'2026-12-01T01:00:00.000Z',
			'2026-12-24T01:00:00.000Z',
			'2026-12-30T01:00:00.000Z',
		]);
	});

	it.each([
		['America/New_York', '2026-03-09', '2026-03-08T14:00:00.000Z', '2026-02-07T15:00:00.000Z'],
		['America/New_York', '2026-11-02', '2026-11-01T15:00:00.000Z', '2026-10-03T14:00:00.000Z'],
		['Europe/London', '2026-03-30', '2026-03-29T09:00:00.000Z', '2026-02-28T10:00:00.000Z'],
		['Europe/London', '2026-10-26', '2026-10-25T10:00:00.000Z', '2026-09-26T09:00:00.000Z'],
		['Australia/Lord_Howe', '2026-04-06', '2026-04-04T23:30:00.000Z', '2026-03-06T23:00:00.000Z'],
		['Australia/Lord_Howe', '2026-10-05', '2026-10-03T23:00:00.000Z', '2026-09-04T23:30:00.000Z'],
	])('stay at 10:00 when the clocks change: %s before %s', (timeZone, ends, last, first) => {
		const notices = noticesFor(ends, timeZone).map((ms) => new Date(ms).toISOString());
		expect([notices[2], notices[0]]).toEqual([last, first]);
	});

	it('find a day that a country skipped', () => {
		// Samoa went from the 29th to the 31st of December 2011.
		expect(noticesFor('2011-12-31', 'Pacific/Apia')[2]).toBe(at('2011-12-31T10:00', 'Pacific/Apia'));
	});

	it('of an unknown zone or day are refused', () => {
		expect(() => noticesFor('2026-12-31', 'Asia/Edo')).toThrow('Asia/Edo');
		expect(() => noticesFor('2026-02-31', 'Asia/Tokyo')).toThrow('2026-02-31');
	});
});

describe('the next notice', () => {
	const timeZone = 'Asia/Tokyo';
	const next = (after: string, more = {}) =>
		nextNotice({ ends: '2026-12-31', timeZone, after: at(after, timeZone), ...more });

	it.each([
		['2026-11-20T12:00', '2026-12-01T10:00'],
		['2026-12-01T09:59', '2026-12-01T10:00'],
		['2026-12-01T10:00', '2026-12-24T10:00'],
		['2026-12-24T10:00', '2026-12-30T10:00'],
	])('after %s is %s', (after, due) => {
		expect(next(after)).toBe(at(due, timeZone));
	});

	it('is on the day itself where nothing is left before it', () => {
		expect(next('2026-12-30T10:00')).toBe(at('2026-12-31T10:00', timeZone));
		expect(next('2026-12-31T09:59')).toBe(at('2026-12-31T10:00', timeZone));
	});

	it('is none after 10:00 on the day, or later', () => {
		expect(next('2026-12-31T10:00')).toBeUndefined();
		expect(next('2027-06-01T10:00')).toBeUndefined();
	});

	it('is none after the third was delivered', () => {
		expect(next('2026-12-24T10:00:01', { told: true })).toBe(at('2026-12-30T10:00', timeZone));
		expect(next('2026-12-30T10:00:01', { told: true })).toBeUndefined();
	});

	it('counts to the lead day where there is one', () => {
		expect(next('2026-12-28T12:00', { leadDay: '2026-12-30' })).toBe(at('2026-12-29T10:00', timeZone));
		expect(next('2026-12-29T12:00', { leadDay: '2026-12-30' })).toBe(at('2026-12-30T10:00', timeZone));
		expect(next('2026-12-30T12:00', { leadDay: '2026-12-30' })).toBeUndefined();
	});

	it('never lies in the past, is at 10:00, and is one of four days', () => {
		const zones = ['Asia/Tokyo', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Pacific/Chatham', 'UTC'];
		const range = { min: new Date('2024-01-01'), max: new Date('2036-12-31'), noInvalidDate: true };
		fc.assert(
			fc.property(fc.date(range), fc.date(range), fc.constantFrom(...zones), (end, now, zone) => {
				const ends = end.toISOString().slice(0, 10);
				const due = nextNotice({ ends, timeZone: zone, after: now.getTime() });
				if (due === undefined) {
					expect(daysLeft(ends, zone, now.getTime())).toBeLessThanOrEqual(0);
					return;
				}
				expect(due).toBeGreaterThan(now.getTime());
				expect(DateTime.fromMillis(due, { zone }).hour).toBe(10);
				expect([30, 7, 1, 0]).toContain(daysLeft(ends, zone, due));
			}),
			{ numRuns: 1000 },
		);
	});

	it('leads from one to the next and comes to an end', () => {
		const ends = '2026-12-31';
		const dues: number[] = [];
		let due = nextNotice({ ends, timeZone, after: 0 });
		while (due !== undefined) {
			dues.push(due);
			due = nextNotice({ ends, timeZone, after: due, told: true });
		}
		expect(dues).toEqual(noticesFor(ends, timeZone));
	});
});

describe('the days left', () => {
	it('are counted by the calendar of the zone', () => {
		const now = Date.parse('2026-12-30T16:00:00Z');
		expect(daysLeft('2026-12-31', 'Asia/Tokyo', now)).toBe(0);
		expect(daysLeft('2026-12-31', 'Europe/London', now)).toBe(1);
		expect(daysLeft('2026-12-29', 'Asia/Tokyo', now)).toBe(-2);
	});

	it('are whole where a day has 23 or 25 hours', () => {
		expect(daysLeft('2026-03-09', 'America/New_York', at('2026-03-07T23:59', 'America/New_York'))).toBe(2);
		expect(daysLeft('2026-11-02', 'America/New_York', at('2026-10-31T00:01', 'America/New_York'))).toBe(2);
	});
});

describe('a time zone', () => {
	it.each(['Asia/Tokyo', 'asia/tokyo', 'UTC', 'America/Argentina/ComodRivadavia', 'Australia/Lord_Howe'])(
		'is %s',
		(name) => {
			expect(isTimeZone(name)).toBe(true);
		},
	);

	it.each(['', 'Tokyo', 'JST+9', '+09:00', 'UTC+9', 'Asia/Tokyo ', 'Asia/Edo', 'x'.repeat(1e6)])(
		'is not "%.20s"',
		(name) => {
			expect(isTimeZone(name)).toBe(false);
		},
	);
});
