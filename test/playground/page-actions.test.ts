import { expect, test } from 'vitest';
import { startBot } from '../bot-api-server/support.ts';
import { openBrowser, post, START } from './page-support.ts';

const KEYBOARD = {
	inline_keyboard: [
		[
			{ text: 'Toast', callback_data: 'toast' },
			{ text: 'Private', callback_data: 'private' },
		],
		[
			{ text: 'Site', url: 'https://povo.jp/' },
			{ text: 'Copy', copy_text: { text: '*123#' } },
			{ text: 'Bot', url: 'https://t.me/nokori_bot?start=menu' },
		],
	],
};

/** A bot that says what it was told, and has a button of every kind. */
async function openWithBot() {
	const browser = await openBrowser();
	startBot(browser.server, (bot) => {
		bot.on('message:text', (ctx) => ctx.reply(`You said ${ctx.message.text}`, { reply_markup: KEYBOARD }));
		bot.callbackQuery('toast', async (ctx) => {
			await ctx.answerCallbackQuery('Saved');
			await ctx.editMessageText('Edited');
		});
		bot.callbackQuery('private', (ctx) =>
			ctx.answerCallbackQuery({ url: `https://t.me/${ctx.me.username}?start=check-data_povo` }),
		);
		bot.on('inline_query', (ctx) =>
			ctx.answerInlineQuery(
				[{ type: 'article', id: 'one', title: 'One', input_message_content: { message_text: 'Chosen' } }],
				{ button: { text: 'Open', start_parameter: 'menu' } },
			),
		);
		bot.on('guest_message', (ctx) =>
			ctx.api.answerGuestQuery(ctx.update.guest_message?.guest_query_id ?? '', {
				type: 'article',
				id: 'guest',
				title: 'Guest',
				input_message_content: { message_text: 'Hello from outside' },
			}),
		);
	});
	return browser;
}

test('what somebody sends is answered in their chat', async () => {
	const { perform, messages } = await openWithBot();
	expect(await perform({ action: 'send', person: 'aoi', chat: 'private:aoi', text: 'こんにちは' })).toEqual({
		ok: true,
	});
	const [asked, answered] = await messages('private:aoi');
	expect(asked).toMatchObject({ from: '葵 Aoi', person: 'aoi', fromBot: false, text: 'こんにちは', at: START });
	expect(answered).toMatchObject({ from: 'Nokori', fromBot: true, text: 'You said こんにちは', edited: false });
	expect(answered?.person).toBeUndefined();
	expect(await messages('private:alice')).toEqual([]);
});

test('markup in a message stays text', async () => {
	const { perform, messages } = await openWithBot();
	const text = '<img src=x onerror=alert(1)>\u2028</script>';
	await perform({ action: 'send', person: 'alice', chat: 'private:alice', text });
	expect((await messages('private:alice'))[0]).toMatchObject({ text, entities: [] });
});

test('a tap edits the message and shows its toast', async () => {
	const { perform, messages } = await openWithBot();
	await perform({ action: 'send', person: 'alice', chat: 'private:alice', text: 'hi' });
	const screen = (await messages('private:alice'))[1];
	expect(screen?.buttons[1]?.map(({ kind }) => kind)).toEqual(['url', 'copy', 'url']);
	expect(await perform({ action: 'tap', person: 'alice', message: screen?.id ?? 0, row: 0, column: 0 })).toEqual({
		ok: true,
	});
	expect((await messages('private:alice'))[1]).toMatchObject({ text: 'Edited', edited: true });
});

test('a tap on a link says what to open, and one on a deep link presses Start', async () => {
	const { perform, messages } = await openWithBot();
	await perform({ action: 'send', person: 'alice', chat: 'private:alice', text: 'hi' });
	const message = (await messages('private:alice'))[1]?.id ?? 0;
	const tap = (row: number, column: number) => perform({ action: 'tap', person: 'alice', message, row, column });
	expect(await tap(1, 0)).toEqual({ ok: true, url: 'https://povo.jp/' });
	expect(await tap(1, 1)).toEqual({ ok: true });
	expect(await tap(1, 2)).toEqual({ ok: true, chat: 'private:alice' });
	expect(await tap(0, 1)).toEqual({ ok: true, chat: 'private:alice' });
	const sent = (await messages('private:alice')).filter(({ fromBot }) => !fromBot).map(({ text }) => text);
	expect(sent).toEqual(['hi', '/start menu', '/start check-data_povo']);
});

test('a topic is a chat of its own', async () => {
	const { perform, state, messages } = await openWithBot();
	const topic = (await state()).chats.find(({ kind }) => kind === 'topic')?.id ?? '';
	expect(topic).toMatch(/^group:forum\/topic:\d+$/);
	await perform({ action: 'send', person: 'mei', chat: topic, text: '/hi@nokori_bot' });
	expect((await messages(topic)).map(({ from }) => from)).toEqual(['美玲 Mei', 'Nokori']);
	expect(await messages('group:forum')).toEqual([]);
});

test('a reply quotes what it replies to', async () => {
	const { perform, messages } = await openWithBot();
	await perform({ action: 'send', person: 'alice', chat: 'group:osaka', text: '@nokori_bot one' });
	const first = (await messages('group:osaka'))[1];
	await perform({ action: 'send', person: 'chen', chat: 'group:osaka', text: 'two', replyTo: first?.id ?? 0 });
	const second = (await messages('group:osaka'))[2];
	expect(second?.replyTo).toEqual({ id: first?.id, from: 'Nokori', text: 'You said @nokori_bot one' });
});

test('inline results are listed and chosen', async () => {
	const { perform, messages } = await openWithBot();
	const chat = 'group:elsewhere';
	expect(await perform({ action: 'inline', person: 'mei', chat, query: 'povo' })).toEqual({
		ok: true,
		inline: { results: [{ id: 'one', title: 'One' }], button: { text: 'Open', payload: 'menu' } },
	});
	expect(await perform({ action: 'choose', person: 'mei', chat, result: 'two' })).toMatchObject({ ok: false });
	expect(await perform({ action: 'choose', person: 'mei', chat, result: 'one' })).toEqual({ ok: true });
	expect(await messages(chat)).toMatchObject([{ text: 'Chosen', person: 'mei', viaBot: true, fromBot: false }]);
});

test('where the bot is no member, its name calls it and nothing else does', async () => {
	const { perform, messages } = await openWithBot();
	const chat = 'group:elsewhere';
	await perform({ action: 'send', person: 'alice', chat, text: 'just among us' });
	expect(await messages(chat)).toHaveLength(1);
	await perform({ action: 'send', person: 'alice', chat, text: '@nokori_bot povo?' });
	expect((await messages(chat)).map(({ text }) => text)).toEqual([
		'just among us',
		'@nokori_bot povo?',
		'Hello from outside',
	]);
});

test.each<[string, object, RegExp]>([
	['a stranger', { action: 'send', person: 'bob', chat: 'private:alice', text: 'x' }, /"bob" is not in the chat/],
	["somebody else's chat", { action: 'send', person: 'aoi', chat: 'private:alice', text: 'x' }, /"aoi" is not in/],
	['a group they are not in', { action: 'send', person: 'mei', chat: 'group:osaka', text: 'x' }, /"mei" is not in/],
	['a chat that is none', { action: 'send', person: 'mei', chat: 'group:tokyo', text: 'x' }, /no chat "group:tokyo"/],
	[
		'a message that is none',
		{ action: 'tap', person: 'mei', message: 99_999, row: 0, column: 0 },
		/not there any more/,
	],
	['a name that is none', { action: 'start', person: '__proto__', payload: 'x' }, /nobody called "__proto__"/],
	[
		'a result of no list',
		{ action: 'choose', person: 'mei', chat: 'private:mei', result: 'x' },
		/write the words again/,
	],
])('%s is refused with a sentence', async (_name, action, error) => {
	const { url } = await openWithBot();
	const response = await post(url, action);
	expect(response.status).toBe(200);
	expect(await response.json()).toEqual({ ok: false, error: expect.stringMatching(error) });
});

test.each<[string, unknown]>([
	['no JSON', '{'],
	['an array', []],
	['an unknown action', { action: 'fly' }],
	['an unknown field', { action: 'clock', days: 1, hours: 2 }],
	['no text', { action: 'send', person: 'alice', chat: 'private:alice', text: '' }],
	['a text over 4096', { action: 'send', person: 'alice', chat: 'private:alice', text: 'x'.repeat(4097) }],
	['a payload Telegram would not take', { action: 'start', person: 'alice', payload: 'a b' }],
	['time running backwards', { action: 'clock', days: -1 }],
	['half a day', { action: 'clock', days: 0.5 }],
])('%s is no action', async (_name, body) => {
	const { url } = await openBrowser();
	const response = await post(url, body);
	expect(response.status).toBe(400);
	expect(await response.json()).toMatchObject({
		ok: false,
		error: expect.stringContaining('The action cannot be read'),
	});
});

test("nobody touches somebody else's ephemeral message", async () => {
	const { perform, messages, api, page } = await openBrowser();
	const { server } = { server: page.scenario.world };
	server.onUpdate(({ update_id }) => queueMicrotask(() => server.confirm(update_id)));
	await api.setMyCommands([{ command: 'hi', description: 'Hi', is_ephemeral: true }]);
	await perform({ action: 'send', person: 'aoi', chat: 'group:osaka', text: '/hi' });
	const [asked] = await messages('group:osaka');
	expect(asked).toMatchObject({ onlyFor: 'aoi', person: 'aoi' });
	const tap = { action: 'tap', person: 'alice', message: asked?.id ?? 0, row: 0, column: 0 } as const;
	expect(await perform(tap)).toEqual({ ok: false, error: 'This message is not there any more.' });
});

test('without a bot an action says that nobody took it', async () => {
	const { perform, server } = await openBrowser();
	Object.assign(server.world, { confirmTimeoutMs: 50 });
	const answer = await perform({ action: 'send', person: 'alice', chat: 'private:alice', text: 'anybody?' });
	expect(answer).toMatchObject({ ok: false, error: expect.stringContaining('Is the bot running?') });
});
