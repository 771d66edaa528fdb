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
	evidence: { kind: 'mixed', host: 'povo.jp', date: '2024-08', years: 2, checked: '2026-11' },
	actions: { links: [], copies: [], related: [] },
} as const satisfies Answer;

const t = content().i18n.translator('en');

test('gist, traps, the best way, folded ways, myths and evidence stand in this order', () => {
	expect(renderText(answerToDocument(ANSWER, t)).text).toBe(
		`📌 povo2.0 · Keep the number

Buy one topping.

⚠️ Read this first
• It counts from the end.
• Needs internet. Wi-Fi will do.
• Login for the app: your e-mail address

In the app
1. Open.
2. Buy.

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

Partly official (povo.jp), partly third-party pages · page of 2024-08 · over 2 years old · checked 2026-11`,
	);
});

test('what ended or is closed is said before anything else, with what replaces it', () => {
	const ended = { ...ANSWER, status: { status: 'ended', note: 'Sold until 2020.', replacedBy: 'ahamo' } } as const;
	const { text } = renderText(answerToDocument(ended, t));
	expect(text).toContain('• Sold until 2020.\n• Its successor is ahamo.\n• It counts');
	const noted = { ...ANSWER, status: { status: 'ended' } } as const;
	expect(renderText(answerToDocument(noted, t)).text).toContain('• This product has ended.\n• It counts');
});

test('as a rich message the steps are a real list and the rest really folds', () => {
	const blocks = renderRich(answerToDocument(ANSWER, t));
	expect(blocks.map(({ type }) => type)).toEqual([
		'heading',
		'paragraph',
		'heading',
		'list',
		'heading',
		'list',
		'details',
		'details',
		'footer',
	]);
	expect(blocks[5]).toEqual({
		type: 'list',
		items: [
			{ blocks: [{ type: 'paragraph', text: 'Open.' }], value: 1, type: '1' },
			{ blocks: [{ type: 'paragraph', text: 'Buy.' }], value: 2, type: '1' },
		],
	});
});
