import { expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { answerToDocument } from '../../src/answer/layout.ts';
import { renderRich } from '../../src/answer/render-rich.ts';
import { renderText } from '../../src/answer/render-text.ts';
import { content } from '../support/nokori.ts';

const ANSWER = {
	procedure: 'keep-number',
	carrier: { id: 'povo', name: 'povo2.0' },
	account: { name: 'the app', login: 'your e-mail address' },
	status: { status: 'active', note: 'Renamed once.' },
	isShared: false,
	gist: 'Buy one topping.',
	traps: ['It counts from the end.'],
	ways: [
		{ method: 'app', needs: ['wifi', 'login'], steps: ['Open.', 'Buy.'], weak: false },
		{
			method: 'chat',
			when: 'stopped',
			needs: ['login', 'in-japan'],
			steps: ['Write.'],
			say: { ja: '再開', meaning: 'Reopen' },
			weak: true,
		},
	],
	myths: [{ claim: 'It never ends.', truth: 'It does.' }],
	evidence: { kind: 'mixed', host: 'povo.jp', date: '2024-08', years: 2 },
	actions: { links: [], copies: [], related: [] },
} as const satisfies Answer;

const t = content().i18n.translator('en');

test('gist, traps, the best way, folded ways, myths and evidence stand in this order', () => {
	expect(renderText(answerToDocument(ANSWER, t)).text).toBe(
		`📌 povo2.0 · Keep the number
Buy one topping.
⚠️ It counts from the end.
You need: Wi-Fi or data · login to the app

1. Open.
2. Buy.

Good to know
• Login for the app: your e-mail address

By chat: stopped
• Weak evidence: check the official page before you rely on this.
• Works only in Japan.
1. Write.
Show or send this:
再開
(Reopen)

Often said, but wrong
✗ It never ends.
→ It does.

Where this comes from
Partly official (povo.jp, page of 2024-08 · over 2 years old), the rest from third-party pages`,
	);
});

test('two traps stand before the steps where there is room, else one; the others are folded behind them', () => {
	const many = { ...ANSWER, traps: ['One.', 'Two.', 'Three.'] };
	const { text } = renderText(answerToDocument(many, t));
	expect(text).toContain('Buy one topping.\n⚠️ One.\n⚠️ Two.\nYou need');
	expect(text).toContain('Good to know\n• Three.\n• Login');
	const long = { ...many, traps: ['so '.repeat(100), 'Two.'] };
	expect(renderText(answerToDocument(long, t)).text).toContain('Good to know\n• Two.');
});

test('no doubt about a source stands before a step', () => {
	const [best] = ANSWER.ways;
	const doubtful = {
		...ANSWER,
		isShared: true,
		status: { status: 'unknown' },
		ways: [{ ...best, weak: true }],
	} as const;
	const { text } = renderText(answerToDocument(doubtful, t));
	const steps = text.indexOf('1. Open.');
	for (const doubt of ['We found no steps for povo2.0', 'could not confirm', 'Weak evidence']) {
		expect(text.indexOf(doubt)).toBeGreaterThan(steps);
	}
	expect(text).toContain('On any phone: In the app\n1. Open.');
});

test('what ended or is closed is said before anything else, with what replaces it', () => {
	const ended = { ...ANSWER, status: { status: 'ended', note: 'Sold until 2020.', replacedBy: 'ahamo' } } as const;
	const { text } = renderText(answerToDocument(ended, t));
	expect(text).toContain('⚠️ Sold until 2020.\n⚠️ Its successor is ahamo.\n');
	const noted = { ...ANSWER, status: { status: 'ended' } } as const;
	expect(renderText(answerToDocument(noted, t)).text).toContain('⚠️ This product has ended.\n⚠️ It counts');
});

test('as a rich message the steps are a real list and the rest really folds', () => {
	const blocks = renderRich(answerToDocument(ANSWER, t));
	expect(blocks.map(({ type }) => type)).toEqual([
		'heading',
		'paragraph',
		'list',
		'details',
		'details',
		'details',
		'details',
	]);
	expect(blocks[2]).toEqual({
		type: 'list',
		items: [
			{ blocks: [{ type: 'paragraph', text: 'Open.' }], value: 1, type: '1' },
			{ blocks: [{ type: 'paragraph', text: 'Buy.' }], value: 2, type: '1' },
		],
	});
});
