import { expect, test } from 'vitest';
import { call, refusal, rules, setUpWithAlice } from './support.ts';

type Server = Awaited<ReturnType<typeof setUpWithAlice>>['server'];

async function describe(server: Server, chatId: number, button: unknown): Promise<unknown> {
	const reply_markup = { inline_keyboard: [[button]] };
	const answer = await call(server, 'sendMessage', { chat_id: chatId, text: 'x', reply_markup });
	return answer['ok'] === true ? 'ok' : answer['description'];
}

test.each<[string, unknown]>([
	['callback data of 64 bytes', { text: 'a', callback_data: `/${'残'.repeat(21)}` }],
	['copied text of 256 characters', { text: 'a', copy_text: { text: 'x'.repeat(256) } }],
	['an https link', { text: 'a', url: 'https://povo.jp/' }],
	['a tg link', { text: 'a', url: 'tg://user?id=5' }],
	['a deep link without scheme', { text: 'a', url: 't.me/nokori_bot?start=check-data_povo' }],
	['an empty inline query', { text: 'a', switch_inline_query: '' }],
	['a disabled button', { text: '1/3', disabled: {} }],
	['a style', { text: 'a', callback_data: 'x', style: 'success' }],
	['a web app in a private chat', { text: 'a', web_app: { url: 'https://povo.jp/' } }],
])('a button with %s passes', async (_name, button) => {
	const { server, chatId } = await setUpWithAlice();
	expect(await describe(server, chatId, button)).toBe('ok');
	expect(rules(server)).toEqual([]);
});

test.each<[string, unknown, string]>([
	['65 bytes of data', { text: 'a', callback_data: `//${'残'.repeat(21)}` }, 'BUTTON_DATA_INVALID'],
	['empty data', { text: 'a', callback_data: '' }, 'BUTTON_DATA_INVALID'],
	['data that is no text', { text: 'a', callback_data: 5 }, 'BUTTON_DATA_INVALID'],
	['257 characters to copy', { text: 'a', copy_text: { text: 'x'.repeat(257) } }, 'BUTTON_COPY_TEXT_INVALID'],
	['nothing to copy', { text: 'a', copy_text: { text: '' } }, 'BUTTON_COPY_TEXT_INVALID'],
	[
		'a link to localhost',
		{ text: 'a', url: 'http://localhost/x' },
		"URL 'http://localhost/x' is invalid: Wrong HTTP URL",
	],
	['an ftp link', { text: 'a', url: 'ftp://a.example/' }, 'Unsupported URL protocol'],
	['a login over http', { text: 'a', login_url: { url: 'http://povo.jp/' } }, 'BUTTON_URL_INVALID'],
	['no action', { text: 'a' }, 'Text buttons are unallowed in the inline keyboard'],
	['two actions', { text: 'a', callback_data: 'x', url: 'https://povo.jp/' }, 'exactly one action'],
	['no text', { callback_data: 'x' }, 'field "text" must be a non-empty String'],
	['blank text', { text: ' ', callback_data: 'x' }, 'field "text" must be a non-empty String'],
	['an unknown style', { text: 'a', callback_data: 'x', style: 'link' }, 'unknown style "link"'],
	['a button that is a string', 'a', 'expected an Object'],
])('a button with %s is refused', async (_name, button, reason) => {
	const { server, chatId } = await setUpWithAlice();
	expect(await describe(server, chatId, button)).toContain(reason);
});

test('an unknown field of a button is a violation', async () => {
	const { server, chatId } = await setUpWithAlice();
	expect(await describe(server, chatId, { text: 'a', callback_data: 'x', colour: 'red' })).toBe('ok');
	expect(rules(server)).toEqual(['unknown-button-field']);
});

test.each([
	[8, 4, []],
	[9, 1, ['keyboard-rows']],
	[1, 5, ['keyboard-columns']],
])('%i rows of %i buttons give %j', async (rows, columns, expected) => {
	const { server, api, chatId } = await setUpWithAlice();
	const row = Array.from({ length: columns }, () => ({ text: 'a', callback_data: 'x' }));
	await api.sendMessage(chatId, 'x', { reply_markup: { inline_keyboard: Array.from({ length: rows }, () => row) } });
	expect(rules(server)).toEqual(expected);
});

test('an empty row is dropped and noted, an empty keyboard is none', async () => {
	const { server, api, chatId } = await setUpWithAlice();
	const button = { text: 'a', callback_data: 'x' };
	const sent = await api.sendMessage(chatId, 'x', { reply_markup: { inline_keyboard: [[], [button]] } });
	expect(sent.reply_markup?.inline_keyboard).toEqual([[button]]);
	expect(rules(server)).toEqual(['keyboard-empty-row']);
	const bare = await api.sendMessage(chatId, 'x', { reply_markup: { inline_keyboard: [] } });
	expect(bare.reply_markup).toBeUndefined();
});

test('other reply markups pass to send but not to edit', async () => {
	const { server, api, alice, chatId } = await setUpWithAlice();
	const sent = await api.sendMessage(chatId, 'Which day?', { reply_markup: { force_reply: true } });
	expect(sent.reply_markup).toBeUndefined();
	await api.sendMessage(chatId, 'x', { reply_markup: { remove_keyboard: true } });
	await api.sendMessage(chatId, 'x', { reply_markup: { keyboard: [[{ text: 'a' }]] } });
	expect(alice.screen.buttons).toEqual([]);
	const edit = { chat_id: chatId, message_id: sent.message_id, text: 'y', reply_markup: { force_reply: true } };
	expect(await call(server, 'editMessageText', edit)).toMatchObject({
		description: 'Bad Request: inline keyboard expected',
	});
});

test('a placeholder holds 1-64 characters', async () => {
	const { api, chatId } = await setUpWithAlice();
	const ask = (length: number) =>
		api.sendMessage(chatId, 'x', { reply_markup: { force_reply: true, input_field_placeholder: 'x'.repeat(length) } });
	await ask(64);
	expect(await refusal(ask(65))).toContain('PLACEHOLDER');
	expect(await refusal(ask(0))).toContain('PLACEHOLDER');
});

test('a reply markup of no known kind is refused', async () => {
	const { server, chatId } = await setUpWithAlice();
	for (const reply_markup of [{}, [], 'x', { inline_keyboard: [{}] }]) {
		expect(await call(server, 'sendMessage', { chat_id: chatId, text: 'x', reply_markup })).toMatchObject({
			error_code: 400,
		});
	}
});
