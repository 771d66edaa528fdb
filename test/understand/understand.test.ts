import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadWords } from '../../src/catalogue/words.ts';
import { type Labelled, measure } from '../../src/understand/measure.ts';
import { normalise } from '../../src/understand/normalise.ts';
import { decideIntent } from '../../src/understand/understand.ts';
import { content } from '../support/nokori.ts';

const KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url));

function read(name: string): Labelled[] {
	const lines = readFileSync(new URL(name, import.meta.url), 'utf8')
		.trim()
		.split('\n');
	return lines.map((line) => JSON.parse(line));
}

type Floor = { procedure: number; carrier: number; falseAnswers: number };

function expectAtLeast(questions: readonly Labelled[], overall: Floor, each: Floor): void {
	const { languages } = measure(content().understand, questions);
	for (const { lang, asked, procedure, all, carrier, none, answered, noise } of languages) {
		const floor = lang === 'all' ? overall : each;
		expect(procedure / asked, `${lang}: procedure`).toBeGreaterThanOrEqual(floor.procedure);
		expect(carrier / all, `${lang}: carrier`).toBeGreaterThanOrEqual(floor.carrier);
		expect(answered / none, `${lang}: false answers`).toBeLessThanOrEqual(floor.falseAnswers);
		expect(noise, `${lang}: group noise`).toBe(0);
	}
}

test('the labelled questions are understood at least as well as before', () => {
	const overall = { procedure: 0.95, carrier: 0.98, falseAnswers: 0.05 };
	expectAtLeast(read('questions.jsonl'), overall, { procedure: 0.92, carrier: 0.95, falseAnswers: 0.08 });
});

test('questions that are no training examples are understood nearly as well', () => {
	const overall = { procedure: 0.92, carrier: 0.98, falseAnswers: 0.1 };
	expectAtLeast(read('unseen.jsonl'), overall, { procedure: 0.86, carrier: 0.97, falseAnswers: 0.15 });
});

test('no question that it is measured with is a training example', () => {
	const { intents } = loadWords(KNOWLEDGE);
	const examples = new Set(
		[...intents.values()].flatMap((entry) => Object.values(entry.examples).flat()).map(normalise),
	);
	const measured = ['questions.jsonl', 'unseen.jsonl'].flatMap(read).map(({ text }) => text);
	expect(measured.filter((text) => examples.has(normalise(text)))).toEqual([]);
});

test.each([
	['povo 怎么保号', 'keep-number', 'povo'],
	['docommo data left', 'check-data', 'docomo'],
	['ドコモのプリペイド 期限延長', 'renew', 'docomo-prepaid'],
	['樂天怎麼查餘額', 'check-bill', 'rakuten-mobile'],
	['残りギガ見たい', 'check-data', undefined],
	['softbank prepaid top up', 'top-up', 'softbank-prepaid'],
	['SIMカード無くした', 'lost-or-stopped', undefined],
	['SIMカード失くした', 'lost-or-stopped', undefined],
	['157ぜんぜん繋がらない', 'contact-support', undefined],
	['My plan has expired', 'renew', undefined],
	['SIM 期限切れ', 'renew', undefined],
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
	'SoftBank光の工事',
	'在樂天下單的東西',
	'softbank-hawks',
])('%s names no carrier', (text) => {
	expect(content().understand(text).carrier).toBeUndefined();
});

test('what is not answered: namesakes, and messages to somebody else', () => {
	for (const text of ['ソフトバンクホークス 株価', '@Yuki 楽天カードのポイント見た？']) {
		expect(decideIntent(content().understand(text), 'private'), text).toBeUndefined();
	}
});

test('the carrier in the middle of a renewal is no hindrance', () => {
	const understood = content().understand('povo快到期了咋办');
	expect([decideIntent(understood, 'private'), understood.carrier]).toEqual(['renew', 'povo']);
});

test('a name alone is known as a name alone', () => {
	expect(content().understand('Y!mobile')).toMatchObject({ carrier: 'y-mobile', isBareName: true });
	expect(content().understand('Y!mobile cancel')).toMatchObject({ carrier: 'y-mobile', isBareName: false });
});

test('a second intent is kept beside the first', () => {
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
			expect(understood.outOfScope).toBeGreaterThanOrEqual(0);
			expect(understood.confidence).toBeLessThanOrEqual(1);
			decideIntent(understood, 'group');
		}),
		{ numRuns: 300 },
	);
});
