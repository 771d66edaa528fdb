import { expect, test } from 'vitest';
import type { Hours } from '../../src/catalogue/hours-schema.ts';
import { loadKnowledge } from '../../src/catalogue/load.ts';
import type { MethodEntry } from '../../src/catalogue/schema.ts';
import { createMethod, knowledgeFixture } from '../support/knowledge-fixture.ts';
import { createKnowledgeFolder, messageOf } from '../support/knowledge-folder.ts';

function folderWith(fields: object, method: MethodEntry['method'] = 'phone'): string {
	const knowledge = knowledgeFixture(({ povo }) => {
		povo.support.methods = [{ ...createMethod({ method }), ...fields }];
	});
	return createKnowledgeFolder(knowledge).folder;
}

test('hours and the price of a call are read from the file', () => {
	const hours: Hours[] = [
		{ days: ['mon', 'sat'], from: '9:00', to: '20:00', holidays: 'closed', closedOn: ['01-01'] },
		{ days: 'weekdays', from: '18:00', to: '26:00' },
		{ from: '0:00', to: '24:00' },
	];
	const [povo] = loadKnowledge(folderWith({ hours, call: 'free' })).carriers.filter(({ id }) => id === 'povo');
	expect(povo?.entry.support.methods[0]).toMatchObject({ hours, call: 'free' });
});

const REFUSED: readonly [string, object, string][] = [
	['from after to', { from: '20:00', to: '9:00' }, 'to: not allowed here. Write instead: a time after "from"'],
	['no time between', { from: '9:00', to: '9:00' }, 'to: not allowed here'],
	['more than a day', { from: '9:00', to: '34:00' }, 'to: not allowed here'],
	['a start on the next day', { from: '25:00', to: '26:00' }, 'from: not allowed here ("25:00")'],
	['no time', { from: 'nine', to: '20:00' }, 'from: not allowed here ("nine"). Write instead: a time in quotes'],
	['a minute too many', { from: '9:60', to: '20:00' }, 'from: not allowed here ("9:60")'],
	['a missing time', { from: '9:00' }, 'to: missing. Add it'],
	[
		'an unknown day',
		{ days: ['mon', 'tues'], from: '9:00', to: '20:00' },
		'days: not allowed here. Write instead: daily, weekdays (Monday to Friday), or a list of mon, tue, wed',
	],
	['an unknown word', { days: 'always', from: '9:00', to: '20:00' }, 'days: not allowed here ("always")'],
	['no day', { days: [], from: '9:00', to: '20:00' }, 'days: not allowed here'],
	['an unknown field', { day: 'daily', from: '9:00', to: '20:00' }, 'day: unknown field'],
	[
		'a day that no year has',
		{ from: '9:00', to: '20:00', closedOn: ['02-30'] },
		'closedOn[0]: not allowed here ("02-30"). Write instead: a month and a day in quotes, as "01-01"',
	],
	['open on holidays', { from: '9:00', to: '20:00', holidays: 'open' }, 'holidays: not allowed here ("open")'],
];

test('hours that cannot be are refused, each with what to write', () => {
	const lines = messageOf(folderWith({ hours: REFUSED.map(([, hours]) => hours) })).split('\n');
	const isTold = (told: string, index: number): boolean =>
		lines.some((line) => line.includes(` support.methods[0].hours[${index}].${told}`));
	expect(REFUSED.filter(([, , told], index) => !isTold(told, index)).map(([name]) => name)).toEqual([]);
});

test('only a phone call has a price', () => {
	expect(messageOf(folderWith({ call: 'free' }, 'chat'))).toContain(
		'support.methods[0].call: not allowed here. Write instead: nothing, since only a method "phone" is a call.',
	);
	expect(messageOf(folderWith({ call: 'cheap' }))).toContain('support.methods[0].call: not allowed here ("cheap")');
});
