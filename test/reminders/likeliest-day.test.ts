import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Deadline } from '../../src/catalogue/schema.ts';
import { addDays } from '../../src/dates/day.ts';
import { likeliestDay, otherDay } from '../../src/reminders/likeliest-day.ts';

const TODAY = '2026-11-29';

const rule = (from: Deadline['from'], days: number): Deadline => ({
	from,
	days,
	// biome-ignore lint/suspicious/noThenProperty: the word of the data format; the object is never awaited.
	then: 'suspended',
	sources: [],
});
const TOPPING = rule('last-paid-topping-end', 180);
const TOP_UP = rule('last-top-up', 60);
const PLAN = rule('plan-end', 0);

type Case = { deadline?: Deadline | undefined; isAnswer?: boolean; asks?: boolean; isEnd?: boolean; today?: string };
const read = (day: string, repeats: 'week' | 'month' | 'year' | undefined, given: Case) =>
	likeliestDay(
		{ day, repeats },
		{ deadline: undefined, isAnswer: false, asks: false, isEnd: false, today: TODAY, ...given },
	);

describe('an answer is read in the direction of the question', () => {
	test.each([
		['when it was topped up, 10 October', '2027-10-10', 'year', TOP_UP, '2026-10-10'],
		['when it was topped up, the 15th', '2026-12-15', 'month', TOP_UP, '2026-11-15'],
		['when it was topped up, the 31st', '2026-12-31', 'month', TOP_UP, '2026-10-31'],
		['when it was topped up, Friday', '2026-12-04', 'week', TOP_UP, '2026-11-27'],
		['when it was topped up, 29 February', '2028-02-29', 'year', TOP_UP, '2024-02-29'],
		['when it was topped up, today', '2026-11-29', 'year', TOP_UP, '2026-11-29'],
		['when it was topped up, a year is written', '2026-03-01', undefined, TOP_UP, '2026-03-01'],
		['when the topping ends or ended, 10 October', '2027-10-10', 'year', TOPPING, '2026-10-10'],
		['when the topping ends or ended, 10 January', '2027-01-10', 'year', TOPPING, '2027-01-10'],
		['when the plan ends, 10 October', '2027-10-10', 'year', PLAN, '2027-10-10'],
	] as const)('%s', (_what, day, repeats, deadline, expected) => {
		expect(read(day, repeats, { deadline, isAnswer: true })).toEqual({ meaning: 'rule', day: expected });
	});

	test('for every day and today: a payment lies behind, a plan’s end ahead, a topping at most half a year away', () => {
		const days = fc.integer({ min: 0, max: 3000 }).map((count) => addDays('2024-01-01', count));
		fc.assert(
			fc.property(days, fc.integer({ min: 0, max: 364 }), (today, ahead) => {
				const day = addDays(today, ahead);
				const answer = (deadline: Deadline) => read(day, 'year', { deadline, isAnswer: true, today }).day;
				expect(answer(TOP_UP) <= today).toBe(true);
				expect(answer(PLAN)).toBe(day);
				expect(Math.abs(Date.parse(answer(TOPPING)) - Date.parse(today)) / 86_400_000).toBeLessThanOrEqual(
					day.endsWith('-02-29') ? 1464 : 184,
				);
			}),
		);
	});

	test('where a topping may have ended or be about to, the other year is offered', () => {
		const written = { day: '2027-10-10', repeats: 'year' } as const;
		expect(otherDay(TOPPING, written, '2026-10-10', TODAY)).toBe('2027-10-10');
		expect(otherDay(TOPPING, written, '2027-10-10', TODAY)).toBe('2026-10-10');
		expect(otherDay(TOPPING, { day: '2027-10-10' }, '2027-10-10', TODAY)).toBeUndefined();
		expect(otherDay(TOP_UP, written, '2026-10-10', TODAY)).toBeUndefined();
	});
});

describe('a day that somebody names by themselves', () => {
	test.each([
		['with a rule that leaves time to act', '2026-12-31', 'year', { deadline: TOPPING }, 'rule', '2026-12-31'],
		['that a payment was made on', '2027-11-05', 'year', { deadline: TOP_UP }, 'rule', '2026-11-05'],
		['too long ago to be the last payment', '2027-03-01', 'year', { deadline: TOP_UP }, 'end', '2027-03-01'],
		['ahead, with its year', '2027-03-01', undefined, { deadline: TOP_UP }, 'end', '2027-03-01'],
		['on which a plan ends', '2027-03-01', 'year', { deadline: PLAN }, 'rule', '2027-03-01'],
		['of a card without a rule', '2027-03-01', 'year', {}, 'end', '2027-03-01'],
		[
			'in words that ask to be reminded',
			'2027-03-01',
			'year',
			{ deadline: TOPPING, asks: true },
			'notice',
			'2027-03-01',
		],
		['of something that ends', '2027-03-01', 'year', { deadline: TOPPING, isEnd: true }, 'end', '2027-03-01'],
		[
			'of something that ends, asked for',
			'2027-03-01',
			'year',
			{ deadline: TOPPING, isEnd: true, asks: true },
			'end',
			'2027-03-01',
		],
		[
			'of a plan that ends, asked for',
			'2027-03-01',
			'year',
			{ deadline: PLAN, isEnd: true, asks: true },
			'rule',
			'2027-03-01',
		],
	] as const)('%s', (_what, day, repeats, given, meaning, expected) => {
		expect(read(day, repeats, given)).toEqual({ meaning, day: expected });
	});
});

test('a year in which all is over by now is not offered', () => {
	expect(otherDay(TOPPING, { day: '2026-12-31', repeats: 'year' }, '2026-12-31', TODAY)).toBeUndefined();
	expect(otherDay(TOPPING, { day: '2027-07-31', repeats: 'year' }, '2027-07-31', TODAY)).toBe('2026-07-31');
});
