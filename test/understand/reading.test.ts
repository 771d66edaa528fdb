import { expect, test } from 'vitest';
import { createInterpreter, type Reading } from '../../src/understand/reading.ts';
import type { ReminderReader } from '../../src/understand/reminder-request.ts';
import type { Understander, Understood } from '../../src/understand/understand.ts';
import { content, TODAY } from '../support/nokori.ts';

const ASKER = { today: TODAY, locale: 'en' };

function read(text: string): Reading {
	return content().interpret(text, ASKER);
}

test.each([
	['10 October', undefined],
	['povo 2026-12-31', 'povo'],
	['ahamo、12月31日', 'ahamo'],
	['31 Dec (rakuten mobile)', 'rakuten-mobile'],
])('%s is a day, with a carrier at most', (text, carrier) => {
	expect(read(text)).toMatchObject({ isDay: true, carrier, date: { kind: 'date' } });
});

test.each(['povo', 'how do I renew povo before 31 December', '', 'hello'])('%j is no day', (text) => {
	expect(read(text).isDay).toBe(false);
});

test('a day that does not exist is told from no day', () => {
	expect(read('povo 31 February').date?.kind).toBe('impossible');
	expect(read('povo').date).toBeUndefined();
});

test('a carrier is found beside a day', () => {
	expect(read('remind me of my povo on 2026-12-31').carrier).toBe('povo');
	expect(read('povo 怎么保号').carrier).toBe('povo');
});

test('a pasted number or setting is an identifier', () => {
	expect(read('8981100012345678901').identifier).toEqual({ kind: 'iccid', isJapanese: true, prefix: '8981100' });
	expect(read('how do I top up').identifier).toBeUndefined();
});

test('the number of a card is in nothing that is read beside it', () => {
	const reading = read('remind me about sim 8981 1000 1234 5678 901F on 1 March 2027');
	expect(reading).toMatchObject({ date: { kind: 'date', day: '2027-03-01' }, reminder: { asks: true, name: 'sim' } });
	expect(JSON.stringify(reading)).not.toMatch(/1234|5678/);
});

test('who names the carrier of a card asks something else about it', () => {
	expect(read('povo 残高 8981100012345678901')).toMatchObject({ carrier: 'povo', identifier: undefined });
});

test('a text is understood once, and only where somebody asks what it means', () => {
	const texts: string[] = [];
	const understand: Understander = (text) => {
		texts.push(text);
		const { keywords } = content().understand('');
		return { confidence: 1, outOfScope: 0, also: [], nearest: [], isBareName: false, keywords } satisfies Understood;
	};
	const readReminder: ReminderReader = (text) => {
		texts.push(`reminder: ${text}`);
		return { asks: false, name: '', isEnd: false };
	};
	const interpret = createInterpreter(content().catalogue, understand, readReminder);
	const reading = interpret('povo 2026-12-31', ASKER);
	expect([reading.isDay, reading.carrier, texts]).toEqual([true, 'povo', []]);
	expect(reading.reminder).toBe(reading.reminder);
	expect(texts.splice(0)).toEqual(['reminder: povo 2026-12-31']);
	expect(reading.understood).toBe(reading.understood);
	expect(texts).toEqual(['povo 2026-12-31']);
});
