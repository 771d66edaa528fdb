import { expect, test } from 'vitest';
import type { Hours } from '../../../src/catalogue/hours-schema.ts';
import { createHoursRule } from '../../../src/catalogue/rules/hours.ts';
import type { CallPrice } from '../../../src/catalogue/vocabulary.ts';
import { createMethod, createSource, knowledgeFixture } from '../../support/knowledge-fixture.ts';

const rule = createHoursRule();

function problemsOf(says: string, fields: { hours?: Hours[]; call?: CallPrice }) {
	return rule.check(
		knowledgeFixture(({ keepNumber }) => {
			const sources = [createSource(), createSource({ says })];
			keepNumber.methods = [createMethod({ method: 'phone', ...fields, sources })];
		}),
	);
}

const places = (...given: Parameters<typeof problemsOf>): string[] =>
	problemsOf(...given).map(({ place, value }) => `${place} ${value}`);

const nineToEight: Hours = { from: '9:00', to: '20:00' };

test('hours that a source of the method gives are right, however they are written', () => {
	expect(places('9:00-20:00 every day', { hours: [{ ...nineToEight, days: 'daily' }] })).toEqual([]);
	expect(places('9 a.m. to 8 p.m.', { hours: [nineToEight] })).toEqual([]);
	expect(places('18:00 to 2:00', { hours: [{ from: '18:00', to: '26:00' }] })).toEqual([]);
});

test('a time that no source of the method gives is reported', () => {
	expect(problemsOf('9:00-19:00', { hours: [nineToEight] })).toEqual([
		{
			file: 'carriers/povo/keep-number.yaml',
			place: 'methods[0].hours[0].to',
			wrong: 'no source of this method says so',
			value: '20:00',
			remedy: 'Write it into the "says" of the source that gives it, or take it out if no source does.',
		},
	]);
});

test('a source of another method is no evidence', () => {
	const knowledge = knowledgeFixture(({ keepNumber }) => {
		const sources = [createSource({ says: '9:00-20:00' })];
		keepNumber.methods = [
			createMethod({ method: 'phone', hours: [nineToEight] }),
			createMethod({ method: 'chat', sources }),
		];
	});
	expect(rule.check(knowledge).map(({ place }) => place)).toEqual([
		'methods[0].hours[0].from',
		'methods[0].hours[0].to',
	]);
});

test.each<[Hours['days'], string, boolean]>([
	['daily', '9:00-20:00', false],
	['daily', '9:00-20:00, 365 days', true],
	['daily', '9:00-20:00 all year', true],
	['weekdays', '9:00-20:00', false],
	['weekdays', '9:00-20:00, Monday to Friday', true],
	[undefined, '9:00-20:00', true],
])('hours for %s need the word of the source "%s"', (days, says, isRight) => {
	const hours = days ? { ...nineToEight, days } : nineToEight;
	expect(places(says, { hours: [hours] })).toEqual(isRight ? [] : [`methods[0].hours[0].days ${days}`]);
});

test.each(['24 hours', '24/7', 'round the clock', '24-hour desk'])('"%s" is all day and every day', (says) => {
	expect(places(says, { hours: [{ days: 'daily', from: '0:00', to: '24:00' }] })).toEqual([]);
});

test('all day is not what a price of 24 yen says', () => {
	const hours: Hours[] = [{ from: '0:00', to: '24:00' }];
	expect(places('24 yen', { hours })).toEqual(['methods[0].hours[0].from 0:00', 'methods[0].hours[0].to 24:00']);
});

test('days on which it is closed stand in a source', () => {
	const hours: Hours[] = [{ ...nineToEight, holidays: 'closed', closedOn: ['01-01'] }];
	expect(places('9:00-20:00 except 1 January and public holidays', { hours })).toEqual([]);
	expect(places('9:00-20:00', { hours })).toEqual([
		'methods[0].hours[0].holidays closed',
		'methods[0].hours[0].closedOn[0] 01-01',
	]);
});

test.each<[CallPrice, string, boolean]>([
	['free', 'call 157', false],
	['free', '157, toll-free', true],
	['charged', '157, free', false],
	['charged', '0570 is charged', true],
	['unknown', 'call 157', true],
])('a call that is %s after "%s"', (call, says, isRight) => {
	expect(places(says, { call })).toEqual(isRight ? [] : [`methods[0].call ${call}`]);
});
