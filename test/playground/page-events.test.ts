import { InputFile } from 'grammy';
import { expect, test } from 'vitest';
import { createBotApiServer } from '../../src/bot-api-server/index.ts';
import { postMessage } from '../../src/bot-api-server/world/messages.ts';
import { createBroadcaster, openEventStream } from '../../src/playground/page-api/broadcaster.ts';
import { createChatPage, createMovableClock } from '../../src/playground/page-api/page.ts';
import type { PlaygroundState, StateChange } from '../../src/playground/page-api/protocol.ts';
import { confirmAll, startBot } from '../bot-api-server/support.ts';
import { openBrowser, openTab, START } from './page-support.ts';

const DAY_MS = 86_400_000;

/** A server where nobody answers, and Alice has pressed Start. */
async function openStarted(options: Parameters<typeof openBrowser>[0] = {}) {
	const browser = await openBrowser(options);
	confirmAll(browser.server);
	await browser.perform({ action: 'start', person: 'alice', payload: '' });
	return { ...browser, alice: browser.page.scenario.person('alice') };
}

function ofType<T extends StateChange['type']>(changes: StateChange[], type: T): Extract<StateChange, { type: T }>[] {
	return changes.filter((change): change is Extract<StateChange, { type: T }> => change.type === type);
}

test('the people, their chats and the commands are there from the start', async () => {
	const { state } = await openBrowser();
	const { bot, people, chats, commands, messages, clock } = await state();
	expect(bot).toBe('nokori_bot');
	expect(people.map(({ language }) => language)).toEqual(['en', 'ja', 'zh-hans', 'zh-hant', 'vi', 'ko']);
	expect(chats.map(({ kind }) => kind)).toEqual([
		...Array.from({ length: 6 }, () => 'private'),
		...['group', 'group', 'topic'],
		'guest',
	]);
	expect(commands['group:osaka aoi']).toEqual([]);
	expect(messages).toEqual([]);
	expect(clock).toEqual({ now: START, offset: 0 });
});

test('an open page gets the state and then every change', async () => {
	const { url, perform } = await openStarted();
	const tab = await openTab(url);
	await expect.poll(() => tab.state()?.messages).toHaveLength(1);
	await perform({ action: 'send', person: 'alice', chat: 'private:alice', text: 'hello' });
	await expect.poll(() => ofType(tab.changes, 'message')[0]?.message).toMatchObject({ text: 'hello' });
	expect(ofType(tab.changes, 'update')[0]?.update.update).toMatchObject({ message: { text: 'hello' } });
	await expect.poll(() => ofType(tab.changes, 'update').at(-1)?.update.milliseconds).toBeGreaterThanOrEqual(0);
});

test('twenty pages at once see the same, and one that went away is forgotten', async () => {
	const { url, perform, page } = await openStarted();
	const tabs = await Promise.all(Array.from({ length: 20 }, () => openTab(url)));
	await perform({ action: 'clock', days: 1 });
	for (const tab of tabs) {
		await expect.poll(() => ofType(tab.changes, 'clock')).toHaveLength(1);
	}
	expect(page.broadcaster.size()).toBe(20);
	for (const tab of tabs.slice(1)) {
		tab.close();
	}
	await expect.poll(() => page.broadcaster.size()).toBe(1);
});

test('a page that reads nothing any more is let go', async () => {
	const broadcaster = createBroadcaster();
	const stream = openEventStream(broadcaster, () => ({}) as PlaygroundState);
	expect(broadcaster.size()).toBe(1);
	for (let index = 0; index < 3000; index += 1) {
		broadcaster.emit({ type: 'typing', chat: 'private:alice', on: true });
	}
	expect(broadcaster.size()).toBe(0);
	await stream.cancel();
});

test('a page left open over a restart gets a fresh state', async () => {
	const { url, server } = await openStarted();
	const before = await openTab(url);
	await expect.poll(() => before.state()?.messages).toHaveLength(1);
	await server.close();
	const clock = createMovableClock(() => START);
	const files = { read: () => undefined };
	const again = await createBotApiServer({
		port: Number(new URL(url).port),
		page: (serverState) => createChatPage(serverState, { clock, files }).app,
	});
	// The first try meets the connection that ended, and another is made, as by a browser.
	const after = await openTab(url).catch(() => openTab(url));
	await expect.poll(() => after.state()?.messages).toEqual([]);
	await again.close();
});

test('a reload keeps the conversation, of 10,000 messages the newest 200 and the others page by page', async () => {
	const { url, server, state, alice } = await openStarted();
	const { world } = server;
	const chat = world.chats.get(alice.id);
	for (let index = 2; chat && index <= 10_000; index += 1) {
		postMessage(world, chat, { from: world.bot, content: { text: String(index) } });
	}
	const { messages, more } = await state();
	expect(messages).toHaveLength(200);
	expect(messages.at(-1)?.text).toBe('10000');
	expect(more).toEqual(['private:alice']);
	let first = messages[0];
	let count = messages.length;
	for (let pages = 0; first && pages < 60; pages += 1) {
		const response = await fetch(`${url}/page/api/messages?chat=private:alice&before=${first.id}`);
		const older = (await response.json()) as { messages: PlaygroundState['messages']; more: boolean };
		expect(older.more).toBe(count + older.messages.length < 10_000);
		count += older.messages.length;
		first = older.more ? older.messages[0] : undefined;
	}
	expect(count).toBe(10_000);
});

test('older messages of no chat, or before no message, are refused', async () => {
	const { url } = await openBrowser();
	for (const query of ['', '?chat=private:alice', '?chat=private:bob&before=1', '?chat=private:alice&before=x']) {
		expect((await fetch(`${url}/page/api/messages${query}`)).status).toBe(400);
	}
});

test('of calls and updates the newest 100 are kept, and polling is none', async () => {
	const { api, perform, state, alice } = await openStarted();
	const { message_id } = await api.sendMessage(alice.id, 'menu');
	for (let index = 0; index < 120; index += 1) {
		// Edits, since a chat takes fewer messages.
		await api.editMessageText(alice.id, message_id, String(index));
		await perform({ action: 'send', person: 'alice', chat: 'private:alice', text: String(index) });
	}
	await api.getUpdates();
	const { calls, updates } = await state();
	expect([calls.length, updates.length]).toEqual([100, 100]);
	expect(calls.at(-1)).toMatchObject({ method: 'editMessageText', params: { text: '119' }, result: { text: '119' } });
	expect(calls.at(-1)?.milliseconds).toBeGreaterThanOrEqual(0);
	expect(updates.at(-1)?.update).toMatchObject({ message: { text: '119' } });
});

test('what Telegram would refuse is a red bubble with its error', async () => {
	const { url, api, state, messages, alice } = await openStarted();
	const tab = await openTab(url);
	await api.sendMessage(alice.id, '<b>open', { parse_mode: 'HTML' }).catch(() => undefined);
	const bubble = (await messages('private:alice')).at(-1);
	expect(bubble).toMatchObject({
		fromBot: true,
		error: expect.stringMatching(/^sendMessage: Bad Request: can't parse/),
	});
	expect((await state()).calls.at(-1)?.error).toBe(bubble?.error?.replace('sendMessage: ', ''));
	await expect.poll(() => ofType(tab.changes, 'message').at(-1)?.message.id).toBe(bubble?.id);
});

test('an edit, a deletion and the typing state are told', async () => {
	const { url, api, alice } = await openStarted();
	const tab = await openTab(url);
	await api.sendChatAction(alice.id, 'typing');
	await expect.poll(() => ofType(tab.changes, 'typing')).toMatchObject([{ chat: 'private:alice', on: true }]);
	const { message_id } = await api.sendMessage(alice.id, 'one');
	await api.editMessageText(alice.id, message_id, 'two');
	await api.deleteMessage(alice.id, message_id);
	await expect
		.poll(() => ofType(tab.changes, 'deleted'))
		.toEqual([{ type: 'deleted', chat: 'private:alice', id: message_id }]);
	expect(ofType(tab.changes, 'message').at(-1)?.message).toMatchObject({ id: message_id, text: 'two', edited: true });
	expect(ofType(tab.changes, 'typing').at(-1)).toMatchObject({ on: false });
});

test('a toast is for one person', async () => {
	const browser = await openBrowser();
	startBot(browser.server, (bot) => {
		bot.on('message', (ctx) =>
			ctx.reply('Tap', { reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] } }),
		);
		bot.on('callback_query', (ctx) => ctx.answerCallbackQuery({ text: 'Saved', show_alert: true }));
	});
	const tab = await openTab(browser.url);
	await browser.perform({ action: 'send', person: 'chen', chat: 'private:chen', text: 'x' });
	const message = (await browser.messages('private:chen'))[1]?.id ?? 0;
	await browser.perform({ action: 'tap', person: 'chen', message, row: 0, column: 0 });
	await expect
		.poll(() => ofType(tab.changes, 'toast')[0]?.toast)
		.toMatchObject({
			...{ person: 'chen', text: 'Saved', alert: true },
		});
});

test('an ephemeral answer is marked with who alone sees it', async () => {
	const { api, perform, messages, page } = await openStarted();
	await api.setMyCommands([{ command: 'hi', description: 'Hi', is_ephemeral: true }]);
	await perform({ action: 'send', person: 'aoi', chat: 'group:osaka', text: '/hi' });
	const [asked] = await messages('group:osaka');
	const { state } = page.scenario.room('group:osaka');
	await api.sendMessage(state.chat.id, 'Only for you', {
		ephemeral_message_parameters: { receiver_user_id: page.scenario.person('aoi').id },
		reply_parameters: { ephemeral_message_id: asked?.id ?? 0 },
	} as never);
	expect(await messages('group:osaka')).toMatchObject([{ onlyFor: 'aoi' }, { onlyFor: 'aoi', text: 'Only for you' }]);
});

test('the command menu follows the bot', async () => {
	const { url, api, state } = await openStarted();
	const tab = await openTab(url);
	await api.setMyCommands([{ command: 'balance', description: '残量' }], { language_code: 'ja' });
	await api.setMyCommands([{ command: 'balance', description: 'Data left' }]);
	const { commands } = await state();
	expect(commands['private:aoi aoi']).toEqual([{ command: 'balance', description: '残量' }]);
	expect(commands['group:osaka chen']).toEqual([{ command: 'balance', description: 'Data left' }]);
	expect(commands['group:elsewhere mei']).toEqual([]);
	await expect.poll(() => ofType(tab.changes, 'commands').at(-1)?.commands).toEqual(commands);
});

test('a document is downloaded as the bot uploaded it, and never shown', async () => {
	const { url, api, messages, state, alice } = await openStarted();
	const bytes = new TextEncoder().encode('<script>alert(1)</script>');
	const { message_id } = await api.sendDocument(alice.id, new InputFile(bytes, '更新 "1".html'));
	expect((await messages('private:alice')).at(-1)).toMatchObject({ id: message_id, file: { name: '更新 "1".html' } });
	expect((await state()).calls.at(-1)?.params).toMatchObject({ document: '更新 "1".html (25 bytes)' });
	const response = await fetch(`${url}/page/api/files/${message_id}`);
	expect(await response.text()).toBe('<script>alert(1)</script>');
	expect(response.headers.get('content-type')).toBe('application/octet-stream');
	expect(response.headers.get('content-disposition')).toBe(
		`attachment; filename*=UTF-8''${encodeURIComponent('更新 "1".html')}`,
	);
	for (const id of ['1', '0', 'x', '99999']) {
		expect((await fetch(`${url}/page/api/files/${id}`)).status).toBe(404);
	}
});

test('the clock moves ahead for everything, and whoever waits for it is told', async () => {
	const called: number[] = [];
	const { url, perform, state, api, alice, messages } = await openStarted({ onClockMove: () => void called.push(1) });
	const tab = await openTab(url);
	await perform({ action: 'clock', days: 7 });
	await perform({ action: 'clock', days: 1 });
	expect(called).toHaveLength(2);
	expect((await state()).clock).toEqual({ now: START + 8 * DAY_MS, offset: 8 * DAY_MS });
	expect(ofType(tab.changes, 'clock').at(-1)?.clock.offset).toBe(8 * DAY_MS);
	await api.sendMessage(alice.id, 'later');
	expect((await messages('private:alice')).at(-1)?.at).toBe(START + 8 * DAY_MS);
});
