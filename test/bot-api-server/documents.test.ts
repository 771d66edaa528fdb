import { InlineKeyboard, InputFile } from 'grammy';
import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import type { SeenMessage } from '../../src/bot-api-server/index.ts';
import { refusal, rules, setUp, setUpWithAlice, setUpWithGroup, startBot } from './support.ts';

const ICS = 'BEGIN:VCALENDAR\r\nSUMMARY:更新 📅\r\n\r\nEND:VCALENDAR\r\n';
const keyboard = () => new InlineKeyboard().text('Done', 'done');

function calendarFile(content: string | Uint8Array = ICS): InputFile {
	return new InputFile(Buffer.from(content as string), 'reminder.ics');
}

/** The saved file as text. */
function opened(message: SeenMessage): string {
	return Buffer.from(message.file?.bytes ?? []).toString();
}

test('a file arrives in a private chat with its name, bytes, caption and buttons', async () => {
	const { server, api, alice, chatId } = await setUpWithAlice();
	const sent = await api.sendDocument(chatId, calendarFile(), {
		caption: 'Your dates',
		caption_entities: [{ type: 'bold', offset: 0, length: 4 }],
		reply_markup: keyboard(),
	});
	expect(sent.document).toMatchObject({ file_name: 'reminder.ics', file_size: Buffer.byteLength(ICS) });
	expect(alice.screen).toMatchObject({
		text: 'Your dates',
		entities: [{ type: 'bold', offset: 0, length: 4 }],
		buttons: [[{ text: 'Done', kind: 'callback', value: 'done' }]],
		file: { name: 'reminder.ics' },
		isEphemeral: false,
	});
	expect(opened(alice.screen)).toBe(ICS);
	expect(rules(server)).toEqual([]);
});

test('every byte comes through', async () => {
	const { api, alice, chatId } = await setUpWithAlice();
	const bytes = Uint8Array.from({ length: 1024 }, (_none, index) => index % 256);
	await api.sendDocument(chatId, calendarFile(bytes));
	expect(alice.screen.text).toBe('reminder.ics');
	expect(alice.screen.file?.bytes).toEqual(bytes);
});

test('the bytes stay out of what the bot is told', async () => {
	const { server, api, alice, chatId } = await setUpWithAlice();
	const updates: Update[] = [];
	server.world.onUpdate((update) => updates.push(update));
	const sent = await api.sendDocument(chatId, calendarFile(), { reply_markup: keyboard() });
	await alice.taps('Done');
	expect(updates.at(-1)?.callback_query?.message).toEqual(sent);
	expect(JSON.stringify([sent, updates])).not.toContain('bytes');
});

test('a tap in a group brings the file to the tapper alone', async () => {
	const { server, api, alice, bob, group } = await setUpWithGroup();
	const queries: string[] = [];
	server.world.onUpdate(({ callback_query }) => queries.push(callback_query?.id ?? ''));
	await api.sendMessage(group.id, 'menu', { reply_markup: new InlineKeyboard().text('Calendar', 'ics') });
	await bob.in(group).taps('Calendar');
	const sent = await api.sendDocument(group.id, calendarFile(), {
		caption: 'Your dates',
		reply_markup: keyboard(),
		ephemeral_message_parameters: { receiver_user_id: bob.id, callback_query_id: queries.at(-1) ?? '' },
	});
	expect(sent).toMatchObject({ message_id: 0, receiver_user: { id: bob.id }, document: { file_name: 'reminder.ics' } });
	expect(bob.in(group).screen).toMatchObject({ text: 'Your dates', isEphemeral: true, file: { name: 'reminder.ics' } });
	expect(opened(bob.in(group).screen)).toBe(ICS);
	await bob.in(group).taps('Done');
	expect(alice.in(group).messages.map(({ text, file }) => [text, file])).toEqual([['menu', undefined]]);
	expect(rules(server)).toEqual([]);
});

test('without a trigger the file is refused to one member, and nobody sees it', async () => {
	const { api, bob, group } = await setUpWithGroup();
	const sending = api.sendDocument(group.id, calendarFile(), {
		ephemeral_message_parameters: { receiver_user_id: bob.id },
	});
	expect(await refusal(sending)).toBe('400 Bad Request: MESSAGE_NOT_COMMAND');
	expect(bob.in(group).messages).toEqual([]);
});

test('a bot that polls answers a command with the file', async () => {
	const { server } = await setUp();
	startBot(server, (bot) => {
		bot.command('remind', (ctx) => ctx.replyWithDocument(calendarFile(), { caption: 'For all' }));
	});
	const alice = server.person({ name: 'Alice' });
	const group = server.group({ title: 'Trip', members: [alice], bot: 'member' });
	for (const place of [alice, alice.in(group)]) {
		await place.sends('/remind');
		expect([place.screen.text, opened(place.screen)]).toEqual(['For all', ICS]);
	}
});

test('an empty file is refused', async () => {
	const { api, chatId } = await setUpWithAlice();
	expect(await refusal(api.sendDocument(chatId, calendarFile('')))).toBe('400 Bad Request: file must be non-empty');
});

test('a document sent by its id has no bytes to save', async () => {
	const { api, alice, chatId } = await setUpWithAlice();
	await api.sendDocument(chatId, 'document-1', { caption: 'again' });
	expect([alice.screen.text, alice.screen.file]).toEqual(['again', undefined]);
});
