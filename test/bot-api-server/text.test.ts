import fc from 'fast-check';
import type { MessageEntity } from 'grammy/types';
import { expect, test } from 'vitest';
import { call, refusal, rules, setUpWithAlice } from './support.ts';

const bold = (offset: number, length: number): MessageEntity => ({ type: 'bold', offset, length });

test('a text of 4096 characters passes, however many UTF-16 units they are, and one more is too long', async () => {
	const { api, chatId } = await setUpWithAlice();
	const pins = '📌'.repeat(4096);
	expect((await api.sendMessage(chatId, pins)).text).toBe(pins);
	expect(await refusal(api.sendMessage(chatId, `${pins}x`))).toBe('400 Bad Request: message is too long');
});

test('the length is measured after trimming', async () => {
	const { api, chatId } = await setUpWithAlice();
	expect((await api.sendMessage(chatId, `  ${'x'.repeat(4096)}  `)).text).toHaveLength(4096);
});

test('a text of more than 32768 bytes is refused before anything is trimmed', async () => {
	const { api, chatId } = await setUpWithAlice();
	const spaces = (count: number) => `x${' '.repeat(count)}`;
	expect((await api.sendMessage(chatId, spaces(32_767))).text).toBe('x');
	expect(await refusal(api.sendMessage(chatId, spaces(32_768)))).toBe('400 Bad Request: text is too long');
});

test('a caption holds 1024 characters', async () => {
	const { server, chatId } = await setUpWithAlice();
	const send = (caption: string) => call(server, 'sendDocument', { chat_id: chatId, document: 'document-1', caption });
	expect(await send('📌'.repeat(1024))).toMatchObject({ ok: true });
	expect(await send('x'.repeat(1025))).toMatchObject({ description: 'Bad Request: message caption is too long' });
	expect(await send(' ')).toMatchObject({ ok: true });
});

test.each([
	['', 'message text is empty'],
	[' \n ', 'text must be non-empty'],
	['\u200b\u00a0', 'text must be non-empty'],
	['\t\r', 'text must be non-empty'],
])('a text that shows nothing is refused: %j', async (text, reason) => {
	const { api, chatId } = await setUpWithAlice();
	expect(await refusal(api.sendMessage(chatId, text))).toBe(`400 Bad Request: ${reason}`);
});

test('spaces and line breaks at the ends are trimmed and entities move along', async () => {
	const { server, api, chatId } = await setUpWithAlice();
	const sent = await api.sendMessage(chatId, '\n  Title\nbody \n', { entities: [bold(3, 5)] });
	expect(sent.text).toBe('Title\nbody');
	expect(sent.entities).toEqual([bold(0, 5)]);
	expect(rules(server)).toEqual([]);
});

test('other white space at the ends stays', async () => {
	const { api, chatId } = await setUpWithAlice();
	expect((await api.sendMessage(chatId, ' \u3000a\u00a0\n')).text).toBe('\u3000a\u00a0');
});

test('a space at the beginning stays where an entity begins with it, which is noted', async () => {
	const { server, api, chatId } = await setUpWithAlice();
	const sent = await api.sendMessage(chatId, '  a b ', {
		entities: [bold(1, 2), { type: 'italic', offset: 4, length: 2 }],
	});
	expect(sent.text).toBe(' a b');
	expect(sent.entities).toEqual([bold(0, 2), { type: 'italic', offset: 3, length: 1 }]);
	expect(rules(server)).toEqual(['entity-white-space', 'entity-white-space']);
});

test('tabs and control characters become spaces, carriage returns go, and both are noted', async () => {
	const { server, api, chatId } = await setUpWithAlice();
	const sent = await api.sendMessage(chatId, 'a\tb\r\nc\u0007d', { entities: [bold(5, 1)] });
	expect(sent).toMatchObject({ text: 'a b\nc d', entities: [bold(4, 1)] });
	expect(rules(server)).toEqual(['control-character', 'control-character', 'control-character']);
});

test.each(['\u2028', '\u2029', '\u202a', '\u202e', '\u030a', '\u0333', '\u033f'])(
	'the character %j is removed, which is noted',
	async (character) => {
		const { server, api, chatId } = await setUpWithAlice();
		const sent = await api.sendMessage(chatId, `o${character}ne two`, { entities: [bold(0, 4), bold(5, 3)] });
		expect(sent).toMatchObject({ text: 'one two', entities: [bold(0, 3), bold(4, 3)] });
		expect(rules(server)).toEqual(['removed-character']);
	},
);

test('of several marks of direction in a row the last is kept, which is noted', async () => {
	const { server, api, chatId } = await setUpWithAlice();
	expect((await api.sendMessage(chatId, 'a\u200e\u200f\u200eb\u200ec')).text).toBe('a\u200c\u200c\u200eb\u200ec');
	expect(rules(server)).toEqual(['direction-marks']);
});

test('entities that touch after characters between them have gone are joined', async () => {
	const { api, chatId } = await setUpWithAlice();
	const sent = await api.sendMessage(chatId, 'one\rtwo', { entities: [bold(0, 3), bold(4, 3)] });
	expect(sent).toMatchObject({ text: 'onetwo', entities: [bold(0, 6)] });
});

test('broken UTF-16 is refused', async () => {
	const { api, chatId } = await setUpWithAlice();
	expect(await refusal(api.sendMessage(chatId, 'a\ud83d'))).toBe('400 Bad Request: strings must be encoded in UTF-8');
});

test('a parse mode is refused, for the project sends entities', async () => {
	const { api, chatId } = await setUpWithAlice();
	expect(await refusal(api.sendMessage(chatId, '<b>x</b>', { parse_mode: 'HTML' }))).toContain('send entities instead');
});

test('trimming and cleaning never change the words an entity covers', async () => {
	const { api, chatId } = await setUpWithAlice({ floodLimits: false });
	const space = fc.stringMatching(/^[ \n\t\r]{0,3}$/);
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
