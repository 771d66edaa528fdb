import fc from 'fast-check';
import type { MessageEntity } from 'grammy/types';
import { expect, test } from 'vitest';
import { call, refusal, rules, setUpWithAlice } from './support.ts';

const bold = (offset: number, length: number): MessageEntity => ({ type: 'bold', offset, length });

test('a text of 4096 UTF-16 units passes, one more is too long', async () => {
	const { api, chatId } = await setUpWithAlice();
	const emoji = '📌'.repeat(2048);
	expect((await api.sendMessage(chatId, emoji)).text).toHaveLength(4096);
	expect(await refusal(api.sendMessage(chatId, `${emoji}x`))).toBe('400 Bad Request: message is too long');
});

test('an empty text or one of white space is refused', async () => {
	const { api, chatId } = await setUpWithAlice();
	for (const text of ['', ' \n ']) {
		expect(await refusal(api.sendMessage(chatId, text))).toBe('400 Bad Request: message text is empty');
	}
});

test('white space at the ends is trimmed and entities move along', async () => {
	const { server, api, chatId } = await setUpWithAlice();
	const sent = await api.sendMessage(chatId, '\n  Title\nbody \n', { entities: [bold(3, 5)] });
	expect(sent.text).toBe('Title\nbody');
	expect(sent.entities).toEqual([bold(0, 5)]);
	expect(rules(server)).toEqual([]);
});

test('the length is measured after trimming', async () => {
	const { api, chatId } = await setUpWithAlice();
	expect((await api.sendMessage(chatId, `  ${'x'.repeat(4096)}  `)).text).toHaveLength(4096);
});

test('a caption holds 1024 units', async () => {
	const { server, chatId } = await setUpWithAlice();
	const send = (caption: string) => call(server, 'sendDocument', { chat_id: chatId, document: 'document-1', caption });
	expect(await send('x'.repeat(1024))).toMatchObject({ ok: true });
	expect(await send('x'.repeat(1025))).toMatchObject({ description: 'Bad Request: message caption is too long' });
});

test('a parse mode is refused, for the project sends entities', async () => {
	const { api, chatId } = await setUpWithAlice();
	expect(await refusal(api.sendMessage(chatId, '<b>x</b>', { parse_mode: 'HTML' }))).toContain('send entities instead');
});

test('broken UTF-16 is refused, control characters are a violation', async () => {
	const { server, api, chatId } = await setUpWithAlice();
	expect(await refusal(api.sendMessage(chatId, 'a\ud83d'))).toBe('400 Bad Request: strings must be encoded in UTF-8');
	await api.sendMessage(chatId, 'line\r\nline');
	expect(rules(server)).toEqual(['control-character']);
});

test('entities of every plain kind pass', async () => {
	const { server, api, chatId } = await setUpWithAlice();
	const kinds = [
		'bold',
		'italic',
		'underline',
		'strikethrough',
		'spoiler',
		'blockquote',
		'expandable_blockquote',
		'code',
		'pre',
	];
	const text = kinds.join('\n');
	const entities = kinds.map((type) => ({ type, offset: text.split(type)[0]?.length ?? 0, length: type.length }));
	await api.sendMessage(chatId, 'a b', {
		entities: [{ type: 'text_link', offset: 0, length: 1, url: 'https://povo.jp/' }],
	});
	const time = { type: 'date_time', offset: 2, length: 1, unix_time: 1, date_time_format: 'wDT' } as const;
	await api.sendMessage(chatId, 'a b', { entities: [time] });
	const sent = await api.sendMessage(chatId, text, { entities: entities as MessageEntity[] });
	expect(sent.entities).toHaveLength(kinds.length);
	expect(rules(server)).toEqual([]);
});

test.each<[string, unknown]>([
	['outside of the text', [{ type: 'bold', offset: 1, length: 3 }]],
	['negative', [{ type: 'bold', offset: -1, length: 1 }]],
	['fractional', [{ type: 'bold', offset: 0.5, length: 1 }]],
	['in the middle of a surrogate pair', [{ type: 'bold', offset: 1, length: 1 }]],
	['of an unknown type', [{ type: 'blink', offset: 0, length: 2 }]],
	['no array', { type: 'bold', offset: 0, length: 2 }],
	['a date without time', [{ type: 'date_time', offset: 0, length: 2, date_time_format: 'r' }]],
	['a mention without user', [{ type: 'text_mention', offset: 0, length: 2 }]],
])('entities are refused when %s', async (_name, entities) => {
	const { server, chatId } = await setUpWithAlice();
	const answer = await call(server, 'sendMessage', { chat_id: chatId, text: '📌', entities });
	expect(answer).toMatchObject({ error_code: 400, description: expect.stringContaining("can't parse entities") });
});

test.each<[string, string[], MessageEntity[]]>([
	['of length 0', ['empty-entity'], [bold(0, 0)]],
	['with white space at an end', ['entity-white-space'], [bold(0, 4)]],
	['that overlap', ['entity-overlap'], [bold(0, 5), { type: 'italic', offset: 2, length: 5 }]],
	['inside code', ['entity-in-code'], [{ type: 'code', offset: 0, length: 7 }, bold(0, 3)]],
	['code inside bold', ['entity-in-code'], [bold(0, 7), { type: 'code', offset: 0, length: 3 }]],
	[
		'of a quotation in a quotation',
		['quote-in-quote'],
		[
			{ type: 'blockquote', offset: 0, length: 7 },
			{ type: 'expandable_blockquote', offset: 0, length: 3 },
		],
	],
	['linking to localhost', ['text-link'], [{ type: 'text_link', offset: 0, length: 3, url: 'http://localhost/' }]],
	['linking to a script', ['text-link'], [{ type: 'text_link', offset: 0, length: 3, url: 'javascript:alert(1)' }]],
])('entities %s are a violation', async (_name, expected, entities) => {
	const { server, api, chatId } = await setUpWithAlice();
	await api.sendMessage(chatId, 'one two', { entities });
	expect(rules(server)).toEqual(expected);
});

test('properly nested entities are fine', async () => {
	const { server, api, chatId } = await setUpWithAlice();
	const entities: MessageEntity[] = [
		{ type: 'expandable_blockquote', offset: 0, length: 7 },
		bold(0, 7),
		{ type: 'italic', offset: 4, length: 3 },
	];
	await api.sendMessage(chatId, 'one two', { entities });
	expect(rules(server)).toEqual([]);
});

test('code inside a quotation is fine', async () => {
	const { server, api, chatId } = await setUpWithAlice();
	const entities: MessageEntity[] = [
		{ type: 'blockquote', offset: 0, length: 7 },
		{ type: 'code', offset: 4, length: 3 },
	];
	await api.sendMessage(chatId, 'one two', { entities });
	expect(rules(server)).toEqual([]);
});

test('100 entities pass, the one after is dropped and noted', async () => {
	const { server, api, chatId } = await setUpWithAlice();
	const text = 'a '.repeat(101).trim();
	const entities = Array.from({ length: 101 }, (_, index) => bold(index * 2, 1));
	await api.sendMessage(chatId, text, { entities: entities.slice(0, 100) });
	expect(rules(server)).toEqual([]);
	expect((await api.sendMessage(chatId, text, { entities })).entities).toHaveLength(100);
	expect(rules(server)).toEqual(['too-many-entities']);
});

test('trimming never changes the words an entity covers', async () => {
	const { api, chatId } = await setUpWithAlice({ floodLimits: false });
	const space = fc.stringMatching(/^[ \n]{0,3}$/);
	const word = fc.stringMatching(/^[a-z残高📌]{1,8}$/u);
	await fc.assert(
		fc.asyncProperty(space, word, word, space, async (before, first, second, after) => {
			const offset = before.length + first.length + 1;
			const text = `${before}${first} ${second}${after}`;
			const sent = await api.sendMessage(chatId, text, { entities: [bold(offset, second.length)] });
			const [entity] = sent.entities ?? [];
			expect(sent.text.slice(entity?.offset, (entity?.offset ?? 0) + (entity?.length ?? 0))).toBe(second);
		}),
		{ numRuns: 40 },
	);
});
