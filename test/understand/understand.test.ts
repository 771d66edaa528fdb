import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadWords } from '../../src/catalogue/words.ts';
import { type Labelled, measure, readQuestions } from '../../src/cli/measure.ts';
import { linesOf } from '../../src/cli/words-report.ts';
import { decide } from '../../src/understand/decide.ts';
import { createSimilarFinder, NEARLY_SAME } from '../../src/understand/similar.ts';
import { content } from '../support/nokori.ts';

const KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url));

const FILES = ['questions.jsonl', 'unseen.jsonl', 'unseen-vi-ko.jsonl', 'unseen-needs.jsonl'];

function read(name: string): Labelled[] {
	return readQuestions(fileURLToPath(new URL(name, import.meta.url)));
}

/** Shares, from 0 to 1: the first two at least, the others at most. */
type Bounds = { withinOneTap: number; atOnce: number; wrong: number; answered: number; carrier: number };

function expectWithin(questions: readonly Labelled[], overall: Bounds, each: Bounds): void {
	for (const { name, ours, atOnce, withinOneTap, wrong, notOurs, answered, carrier, noise } of measure(
		content(),
		questions,
	).counts) {
		const bounds = name === 'all' ? overall : each;
		expect(withinOneTap / ours, `${name}: within one tap`).toBeGreaterThanOrEqual(bounds.withinOneTap);
		expect(atOnce / ours, `${name}: at once`).toBeGreaterThanOrEqual(bounds.atOnce);
		expect(wrong / ours, `${name}: wrong`).toBeLessThanOrEqual(bounds.wrong);
		expect(answered / Math.max(1, notOurs), `${name}: not ours answered`).toBeLessThanOrEqual(bounds.answered);
		expect(carrier / (ours + notOurs), `${name}: carrier`).toBeGreaterThanOrEqual(bounds.carrier);
		expect(noise, `${name}: group noise`).toBe(0);
	}
}

test('the labelled questions are understood at least as well as before', () => {
	const overall = { withinOneTap: 0.96, atOnce: 0.85, wrong: 0.03, answered: 0.05, carrier: 0.98 };
	const each = { withinOneTap: 0.93, atOnce: 0.8, wrong: 0.06, answered: 0.08, carrier: 0.97 };
	expectWithin(read('questions.jsonl'), overall, each);
});

test('questions that are no training examples are understood nearly as well', () => {
	const overall = { withinOneTap: 0.94, atOnce: 0.79, wrong: 0.04, answered: 0.08, carrier: 0.98 };
	const each = { withinOneTap: 0.92, atOnce: 0.72, wrong: 0.06, answered: 0.12, carrier: 0.97 };
	expectWithin(read('unseen.jsonl'), overall, each);
});

test('questions in Vietnamese and Korean are understood nearly as well', () => {
	const overall = { withinOneTap: 0.93, atOnce: 0.79, wrong: 0.04, answered: 0.06, carrier: 0.97 };
	const each = { withinOneTap: 0.92, atOnce: 0.77, wrong: 0.05, answered: 0.09, carrier: 0.96 };
	expectWithin(read('unseen-vi-ko.jsonl'), overall, each);
});

test('needs beside balance and renewal are understood, by those who wrote no training example', () => {
	const overall = { withinOneTap: 0.9, atOnce: 0.7, wrong: 0.06, answered: 0, carrier: 0.94 };
	const each = { withinOneTap: 0.87, atOnce: 0.66, wrong: 0.1, answered: 0, carrier: 0.9 };
	expectWithin(read('unseen-needs.jsonl'), overall, each);
});

test('no question whether a message is genuine ends in paying, the bill or a stopped line', () => {
	const harmful = ['pay-bill', 'check-bill', 'lost-or-stopped'];
	const asked = read('unseen-needs.jsonl').filter(({ procedure }) => procedure === 'suspicious-message');
	expect(asked.length).toBeGreaterThan(20);
	const led = asked.flatMap(({ text }) => {
		const outcome = decide(content().understand(text), 'private');
		const [first] = outcome.kind === 'offer' ? outcome.intents : outcome.kind === 'answer' ? [outcome.intent] : [];
		return first && harmful.includes(first) ? [`${text}: ${first}`] : [];
	});
	expect(led).toEqual([]);
});

test('no question that it is measured with is a training line, or nearly one', () => {
	const lines = linesOf(loadWords(KNOWLEDGE)).map(({ text }) => text);
	const find = createSimilarFinder(lines);
	const measured = FILES.flatMap(read);
	const learnt = measured.flatMap(({ id, text }) =>
		find(text, NEARLY_SAME).map(({ place }) => `${id} ${text} = ${lines[place]}`),
	);
	expect(learnt).toEqual([]);
});

test('the finder of near-duplicates finds them, and what only shares a word is none', () => {
	const find = createSimilarFinder([
		'povo data left, please',
		'how do I cancel my contract',
		'残高はどこで見られますか',
	]);
	expect(find('Povo data left please!', NEARLY_SAME).map(({ place }) => place)).toEqual([0]);
	expect(find('残高はどこで見られますか？', NEARLY_SAME).map(({ place }) => place)).toEqual([2]);
	expect(find('how do I top up', NEARLY_SAME)).toEqual([]);
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
	expect([understood.intent, understood.carrier]).toEqual([procedure, carrier]);
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
		expect(decide(content().understand(text), 'private').kind, text).not.toBe('answer');
	}
});

test('the carrier in the middle of a renewal is no hindrance', () => {
	const understood = content().understand('povo快到期了咋办');
	expect(decide(understood, 'private')).toEqual({ kind: 'answer', intent: 'renew' });
	expect(understood.carrier).toBe('povo');
});

test('a name alone is known as a name alone', () => {
	expect(content().understand('Y!mobile')).toMatchObject({ carrier: 'y-mobile', isBareName: true });
	expect(content().understand('Y!mobile cancel')).toMatchObject({ carrier: 'y-mobile', isBareName: false });
});

test('a second intent is kept beside the first', () => {
	const { intent, also } = content().understand('how much data is left on ahamo and how do i cancel the contract');
	expect([intent, ...also]).toEqual(expect.arrayContaining(['check-data', 'cancel']));
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
			decide(understood, 'group');
		}),
		{ numRuns: 300 },
	);
});
