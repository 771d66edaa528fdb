import { InlineKeyboard } from 'grammy';
import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import { refusal, rules, setUpWithAlice, setUpWithGroup } from './support.ts';

const TOO_OLD = '400 Bad Request: query is too old and response timeout expired or query ID is invalid';

async function setUpTap() {
	const base = await setUpWithAlice();
	const updates: Update[] = [];
	base.server.world.onUpdate((update) => updates.push(update));
	await base.api.sendMessage(base.chatId, 'menu', { reply_markup: new InlineKeyboard().text('Go', '/go/') });
	await base.alice.taps('Go');
	return { ...base, updates, id: updates[0]?.callback_query?.id ?? '' };
}

test('a tap brings its data and the message it stood under', async () => {
	const { updates, alice } = await setUpTap();
	expect(updates[0]?.callback_query).toMatchObject({ data: '/go/', from: { id: alice.id }, message: { text: 'menu' } });
});

test('an answer of 200 characters shows as a toast or alert', async () => {
	const { api, alice, id, server } = await setUpTap();
	expect(server.world.unansweredTaps()).toMatchObject([{ data: '/go/' }]);
	await api.answerCallbackQuery(id, { text: 'x'.repeat(200), show_alert: true });
	expect(alice.toasts).toEqual([{ text: 'x'.repeat(200), alert: true, url: undefined }]);
	expect(server.world.unansweredTaps()).toEqual([]);
});

test('an answer of 201 characters is refused and the spinner stays', async () => {
	const { api, id, server } = await setUpTap();
	expect(await refusal(api.answerCallbackQuery(id, { text: 'x'.repeat(201) }))).toBe(
		'400 Bad Request: MESSAGE_TOO_LONG',
	);
	expect(server.world.unansweredTaps()).toHaveLength(1);
});

test('a silent answer ends the spinner without a toast', async () => {
	const { api, alice, id, server } = await setUpTap();
	await api.answerCallbackQuery(id);
	expect(alice.toasts).toEqual([]);
	expect(server.world.unansweredTaps()).toEqual([]);
});

test('answering twice is an error and a violation', async () => {
	const { api, id, server } = await setUpTap();
	await api.answerCallbackQuery(id);
	expect(rules(server)).toEqual([]);
	expect(await refusal(api.answerCallbackQuery(id))).toBe(TOO_OLD);
	expect(rules(server)).toEqual(['answered-twice']);
});

test('an unknown or expired query is too old', async () => {
	const { api, id, clock, server } = await setUpTap();
	expect(await refusal(api.answerCallbackQuery('5'))).toBe(TOO_OLD);
	clock.ms += 60_001;
	expect(await refusal(api.answerCallbackQuery(id))).toBe(TOO_OLD);
	expect(rules(server)).toEqual([]);
});

test('only a deep link to the bot itself may be opened', async () => {
	const { api, id, alice } = await setUpTap();
	expect(await refusal(api.answerCallbackQuery(id, { url: 'https://povo.jp/' }))).toBe('400 Bad Request: URL_INVALID');
	await api.answerCallbackQuery(id, { url: 'https://t.me/nokori_bot?start=check-data_povo' });
	expect(alice.toasts).toMatchObject([{ url: 'https://t.me/nokori_bot?start=check-data_povo' }]);
});

test('forged data arrives as it is, from a message that has no such button', async () => {
	const { alice, updates } = await setUpTap();
	await alice.tapsData('/../etc/');
	expect(updates[1]?.callback_query).toMatchObject({ data: '/../etc/', message: { text: 'menu' } });
});

test('taps of two people in a group are two queries', async () => {
	const { server, api, alice, bob, group } = await setUpWithGroup();
	await api.sendMessage(group.id, 'menu', { reply_markup: new InlineKeyboard().text('Go', 'x') });
	await Promise.all([alice.in(group).taps('Go'), bob.in(group).taps('Go')]);
	expect(server.world.unansweredTaps().map(({ from }) => from.first_name)).toEqual(['Alice', 'Bob']);
});

test('a button that is not there is reported with those that are', async () => {
	const { api, alice, chatId } = await setUpWithAlice();
	await api.sendMessage(chatId, 'menu', {
		reply_markup: new InlineKeyboard().text('povo2.0', 'a').text('povo1.0', 'b'),
	});
	await expect(alice.taps('docomo')).rejects.toThrow(
		'There is no button "docomo" on the screen. Its buttons:\n[povo2.0] [povo1.0]',
	);
	await expect(alice.taps('povo')).rejects.toThrow('There are 2 buttons "povo"');
	await alice.taps('2.0');
});

test('an exact label wins over one that contains it', async () => {
	const { server, api, alice, chatId } = await setUpWithAlice();
	await api.sendMessage(chatId, 'menu', { reply_markup: new InlineKeyboard().text('UQ mobile', 'a').text('UQ', 'b') });
	await alice.taps('UQ');
	expect(server.world.unansweredTaps()).toMatchObject([{ data: 'b' }]);
});

test('copy, link and disabled buttons ask the bot nothing', async () => {
	const { server, api, alice, chatId } = await setUpWithAlice();
	const keyboard = new InlineKeyboard().copyText('APN', 'povo.jp').url('Site', 'https://povo.jp/');
	keyboard.add({ text: '1/2', disabled: {} });
	await api.sendMessage(chatId, 'x', { reply_markup: keyboard });
	await alice.taps('APN');
	await alice.taps('Site');
	await alice.taps('1/2');
	expect({ clipboard: alice.clipboard, opened: alice.opened }).toEqual({
		clipboard: 'povo.jp',
		opened: ['https://povo.jp/'],
	});
	expect(server.world.unansweredTaps()).toEqual([]);
});

test('a tap on a deleted message brings an inaccessible one', async () => {
	const { api, alice, chatId, updates } = await setUpTap();
	const menu = alice.screen;
	await api.deleteMessage(chatId, menu.id);
	await alice.tapsData('/go/', menu);
	expect(updates[1]?.callback_query?.message).toEqual({ chat: menu.stored.message.chat, message_id: menu.id, date: 0 });
});
