import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Labelled, measure } from '../../src/understand/measure.ts';
import { wishFor } from '../../src/understand/threshold.ts';
import { content } from '../support/nokori.ts';

const questions: Labelled[] = readFileSync(new URL('questions.jsonl', import.meta.url), 'utf8')
	.trim()
	.split('\n')
	.map((line) => JSON.parse(line));

test('the labelled questions are understood at least as well as before', () => {
	const { languages } = measure(content().understand, questions);
	for (const { lang, asked, procedure, all, carrier, none, answered, noise } of languages) {
		expect(procedure / asked, `${lang}: procedure`).toBeGreaterThanOrEqual(lang === 'all' ? 0.95 : 0.92);
		expect(carrier / all, `${lang}: carrier`).toBeGreaterThanOrEqual(lang === 'all' ? 0.98 : 0.95);
		expect(answered / none, `${lang}: false answers`).toBeLessThanOrEqual(lang === 'all' ? 0.05 : 0.08);
		expect(noise, `${lang}: group noise`).toBe(0);
	}
});

test.each([
	['povo 怎么保号', 'keep-number', 'povo'],
	['docommo data left', 'check-data', 'docomo'],
	['ドコモのプリペイド 期限延長', 'renew', 'docomo-prepaid'],
	['樂天怎麼查餘額', 'check-bill', 'rakuten-mobile'],
	['残りギガ見たい', 'check-data', undefined],
	['softbank prepaid top up', 'top-up', 'softbank-prepaid'],
])('%s', (text, procedure, carrier) => {
	const understood = content().understand(text);
	expect([understood.procedure, understood.carrier]).toEqual([procedure, carrier]);
});

test.each([
	'au revoir mes amis',
	'a digital nomad in beautiful Fukuoka',
	'que c’est beau',
	'楽天 銀行の残高',
	'楽天銀行の残高',
	'softbank-hawks',
])('%s names no carrier', (text) => {
	expect(content().understand(text).carrier).toBeUndefined();
});

test('what is not answered: namesakes, and messages to somebody else', () => {
	for (const text of ['ソフトバンクホークス 株価', '@Yuki 楽天カードのポイント見た？']) {
		expect(wishFor(content().understand(text), 'private'), text).toBeUndefined();
	}
});

test('the carrier in the middle of a renewal is no hindrance', () => {
	const understood = content().understand('povo快到期了咋办');
	expect([wishFor(understood, 'private'), understood.carrier]).toEqual(['renew', 'povo']);
});

test('a name alone is known as a name alone', () => {
	expect(content().understand('Y!mobile')).toMatchObject({ carrier: 'y-mobile', isBareName: true });
	expect(content().understand('Y!mobile cancel')).toMatchObject({ carrier: 'y-mobile', isBareName: false });
});

test('a second wish is kept beside the first', () => {
	const { procedure, also } = content().understand('how much data is left on ahamo and how do i cancel the contract');
	expect([procedure, ...also]).toEqual(expect.arrayContaining(['check-data', 'cancel']));
});

test('nothing whatsoever makes it fail, and 4,096 characters are read in time', () => {
	const { understand } = content();
	understand('warm');
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 4096 }),
		fc.string({ unit: 'grapheme', maxLength: 300 }),
		fc
			.tuple(fc.constantFrom('a', 'あ', '流', '\u200b', '(', '\\', '😀'), fc.nat(4096))
			.map(([one, times]) => one.repeat(times)),
		fc.constantFrom('', ' ', '.*+?^{}()|[]$', '\u0000\u0007', '%s %d {{t}}'),
	);
	fc.assert(
		fc.property(text, (words) => {
			const understood = understand(words);
			expect(understood.strangeness).toBeGreaterThanOrEqual(0);
			expect(understood.confidence).toBeLessThanOrEqual(1);
			wishFor(understood, 'group');
		}),
		{ numRuns: 300 },
	);
});
