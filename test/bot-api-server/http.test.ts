import { InputFile } from 'grammy';
import { expect, test } from 'vitest';
import { createBotApiServer } from '../../src/bot-api-server/index.ts';
import { call, rules, setUp, setUpWithAlice } from './support.ts';

test('getMe describes the bot, with overrides', async () => {
	const { api } = await setUp({ token: '77:secret', bot: { username: 'other_bot', supports_guest_queries: false } });
	expect(await api.getMe()).toMatchObject({
		id: 77,
		is_bot: true,
		username: 'other_bot',
		supports_guest_queries: false,
	});
});

test('a malformed token and an unknown method are not found', async () => {
	const { server } = await setUp();
	for (const path of ['/botnonsense/getMe', `/bot${server.token}/getMee`, '/', '/file/x']) {
		const response = await fetch(server.url + path);
		expect(response.status).toBe(404);
		expect(await response.json()).toEqual({ ok: false, error_code: 404, description: 'Not Found' });
	}
});

test('a wrong token is unauthorized', async () => {
	const { server } = await setUp();
	const response = await fetch(`${server.url}/bot1:wrong/getMe`);
	expect(response.status).toBe(401);
	expect(await response.json()).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' });
});

test('method names are case-insensitive', async () => {
	const { server } = await setUp();
	expect(await call(server, 'GETME', {})).toMatchObject({ ok: true });
});

test('a port that is taken rejects with EADDRINUSE', async () => {
	const { server } = await setUp();
	const port = Number(new URL(server.url).port);
	await expect(createBotApiServer({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('parameters come in a query or a form as well', async () => {
	const { server, alice, chatId } = await setUpWithAlice();
	const base = `${server.url}/bot${server.token}/sendMessage`;
	await fetch(`${base}?chat_id=${chatId}&text=query`);
	expect(alice.screen.text).toBe('query');
	const markup = JSON.stringify({ inline_keyboard: [[{ text: 'ok', callback_data: 'x' }]] });
	await fetch(base, {
		method: 'POST',
		body: new URLSearchParams({ chat_id: String(chatId), text: 'form', reply_markup: markup }),
	});
	expect(alice.screen.text).toBe('form');
	expect(alice.screen.buttons).toEqual([[{ text: 'ok', kind: 'callback', value: 'x' }]]);
});

test('a body that is no JSON object is refused', async () => {
	const { server } = await setUp();
	const response = await fetch(`${server.url}/bot${server.token}/sendMessage`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: '[1',
	});
	expect(response.status).toBe(400);
});

test('a parameter of the wrong type is refused', async () => {
	const { server, chatId } = await setUpWithAlice();
	expect(await call(server, 'sendMessage', { chat_id: chatId, text: { a: 1 } })).toMatchObject({ error_code: 400 });
	expect(await call(server, 'deleteMessage', { chat_id: chatId, message_id: 'x' })).toMatchObject({ error_code: 400 });
});

test('an unknown parameter is a violation, since Telegram ignores it', async () => {
	const { server, chatId } = await setUpWithAlice();
	await call(server, 'sendMessage', { chat_id: chatId, text: 'hi', replyMarkup: {} });
	expect(rules(server)).toEqual(['unknown-parameter']);
});

test.each<[string, object]>([
	['reply_parameters', { reply_parameters: { message_id: 1, allow_sending_without_reply: true, quot: 'x' } }],
	['link_preview_options', { link_preview_options: { disabled: true } }],
	['entities', { entities: [{ type: 'bold', offset: 0, length: 1, colour: 'red' }] }],
])('an unknown field in %s is a violation too', async (_name, more) => {
	const { server, chatId } = await setUpWithAlice();
	expect(await call(server, 'sendMessage', { chat_id: chatId, text: 'x', ...more })).toMatchObject({ ok: true });
	expect(rules(server)).toEqual(['unknown-field']);
});

test('a document is uploaded with its caption', async () => {
	const { server, api, alice, chatId } = await setUpWithAlice();
	const file = new InputFile(new TextEncoder().encode('BEGIN:VCALENDAR'), 'renew.ics');
	const sent = await api.sendDocument(chatId, file, { caption: 'Your dates' });
	expect(sent.document).toMatchObject({ file_name: 'renew.ics', file_size: 15 });
	expect(alice.screen.text).toBe('Your dates');
	expect(rules(server)).toEqual([]);
});

test('a document may be sent again by its id but not fetched from a URL', async () => {
	const { server, chatId } = await setUpWithAlice();
	expect(await call(server, 'sendDocument', { chat_id: chatId, document: 'document-5' })).toMatchObject({ ok: true });
	for (const document of ['https://example.com/x.pdf', '', undefined]) {
		expect(await call(server, 'sendDocument', { chat_id: chatId, document })).toMatchObject({ error_code: 400 });
	}
});

test('every call is recorded and counted from a mark', async () => {
	const { server, api, chatId } = await setUpWithAlice();
	await api.sendMessage(chatId, 'one');
	const mark = server.calls.mark();
	await api.sendMessage(chatId, 'two');
	await api.sendMessage(chatId, '').catch(() => undefined);
	expect(server.calls.count('sendMessage')).toBe(3);
	expect(server.calls.since(mark).map(({ params }) => params['text'])).toEqual(['two', '']);
	expect(server.calls.since(mark)[0]?.result).toMatchObject({ text: 'two' });
	expect(server.calls.since(mark)[1]?.error).toEqual({
		errorCode: 400,
		description: 'Bad Request: message text is empty',
	});
});
