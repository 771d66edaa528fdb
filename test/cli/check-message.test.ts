import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { checkLines, findIn, messageText } from '../../src/cli/check-message.ts';
import { content, TODAY } from '../support/nokori.ts';

const TEXT = '【ドコモ】料金未払い。12月10日までにお支払いください https://docomo-pay.top/ 0120-800-000';

test('a message is printed as it is answered in a private chat', () => {
	const text = messageText(content(), { text: TEXT, lang: 'ja', today: TODAY });
	expect(text).toContain('docomo-pay.top：NTTドコモに似せています');
	expect(text).toContain('[NTTドコモ · 問い合わせる]');
});

test('the fields are those that other programs rely on', () => {
	expect(findIn(content(), { text: TEXT, today: TODAY })).toEqual({
		carrier: 'docomo',
		links: [{ url: 'https://docomo-pay.top/', verdict: 'lookalike' }],
		numbers: [{ number: '0120-800-000', verdict: 'official' }],
		notice: 'unpaid',
		stage: 'warning',
		date: '2026-12-10',
		oneTimeCode: false,
	});
	expect(findIn(content(), { text: 'a poem', today: TODAY })).toEqual({
		carrier: null,
		links: [],
		numbers: [],
		notice: null,
		stage: null,
		date: null,
		oneTimeCode: false,
	});
});

test('many are read line by line, and a bad line stops none', async () => {
	const lines = ['{"id": 1, "text": "povo.jp をご確認"}', '', 'no json', '{"id": "b", "text": "Hello"}'];
	const [output, problems] = [[] as string[], [] as string[]];
	const bad = await checkLines(content(), TODAY, {
		input: Readable.from(lines.map((line) => `${line}\n`)),
		output: (line) => void output.push(line),
		problem: (line) => void problems.push(line),
	});
	expect(bad).toBe(1);
	expect(problems).toEqual([expect.stringContaining('line 3')]);
	expect(output.map((line) => JSON.parse(line))).toEqual([
		expect.objectContaining({ id: 1, carrier: 'povo', links: [{ url: 'povo.jp', verdict: 'official' }] }),
		expect.objectContaining({ id: 'b', carrier: null, notice: null }),
	]);
});
