import { InlineKeyboard } from 'grammy';
import { expect, test } from 'vitest';
import { refusal, setUpWithAlice, setUpWithGroup } from './support.ts';

const keyboard = (data: string) => new InlineKeyboard().text('Button', data);
const HOUR = 3_600_000;

test('an edit changes the message in place and says when', async () => {
	const { api, alice, chatId, clock } = await setUpWithAlice();
	const { message_id } = await api.sendMessage(chatId, 'old', { reply_markup: keyboard('a') });
	clock.ms += 1000;
	const edited = await api.editMessageText(chatId, message_id, 'new', { reply_markup: keyboard('b') });
	expect(edited).toMatchObject({ message_id, text: 'new', edit_date: clock.ms / 1000 });
	expect(alice.messages).toHaveLength(2);
	expect(alice.screen).toMatchObject({ text: 'new', isEdited: true });
});

test('an edit without keyboard takes the keyboard away', async () => {
	const { api, alice, chatId } = await setUpWithAlice();
	const { message_id } = await api.sendMessage(chatId, 'old', { reply_markup: keyboard('a') });
	await api.editMessageText(chatId, message_id, 'old');
	expect(alice.screen.buttons).toEqual([]);
});

test('an edit that changes nothing is refused, text or keyboard', async () => {
	const { api, chatId } = await setUpWithAlice();
	const { message_id } = await api.sendMessage(chatId, 'same', { reply_markup: keyboard('a') });
	const message =
		'400 Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';
	expect(await refusal(api.editMessageText(chatId, message_id, ' same ', { reply_markup: keyboard('a') }))).toBe(
		message,
	);
	expect(await refusal(api.editMessageReplyMarkup(chatId, message_id, { reply_markup: keyboard('a') }))).toBe(message);
	await api.editMessageReplyMarkup(chatId, message_id, { reply_markup: keyboard('b') });
	await api.editMessageText(chatId, message_id, 'same', {
		reply_markup: keyboard('b'),
		entities: [{ type: 'bold', offset: 0, length: 4 }],
	});
});

test('only own messages with text can be edited', async () => {
	const { api, alice, chatId } = await setUpWithAlice();
	const [incoming] = alice.messages;
	expect(await refusal(api.editMessageText(chatId, incoming?.id ?? 0, 'x'))).toBe(
		"400 Bad Request: message can't be edited",
	);
	expect(await refusal(api.editMessageText(chatId, 9999, 'x'))).toBe('400 Bad Request: message to edit not found');
	expect(await refusal(api.editMessageText(chatId, 0, 'x'))).toBe(
		'400 Bad Request: message identifier is not specified',
	);
	expect(await refusal(api.editMessageTextInline('nope', 'x'))).toBe('400 Bad Request: MESSAGE_ID_INVALID');
	const { message_id } = await api.sendDocument(chatId, 'document-1');
	expect(await refusal(api.editMessageText(chatId, message_id, 'x'))).toContain(
		'there is no text in the message to edit',
	);
});

test('a message younger than 48 hours can be deleted, an older one cannot', async () => {
	const { api, alice, chatId, clock } = await setUpWithAlice();
	const [first, second] = [await api.sendMessage(chatId, '1'), await api.sendMessage(chatId, '2')];
	clock.ms += 48 * HOUR - 1;
	await api.deleteMessage(chatId, first.message_id);
	expect(alice.messages.map(({ text }) => text)).toEqual(['/start', '2']);
	clock.ms += 1;
	expect(await refusal(api.deleteMessage(chatId, second.message_id))).toBe(
		"400 Bad Request: message can't be deleted for everyone",
	);
	expect(await refusal(api.deleteMessage(chatId, first.message_id))).toBe(
		'400 Bad Request: message to delete not found',
	);
});

test('messages of others can be deleted in private, and in groups by an administrator', async () => {
	const { api, alice, chatId, bob, group } = await setUpWithGroup();
	await api.deleteMessage(chatId, alice.messages[0]?.id ?? 0);
	await bob.in(group).sends('/help');
	const id = bob.in(group).messages[0]?.id ?? 0;
	expect(await refusal(api.deleteMessage(group.id, id))).toBe("400 Bad Request: message can't be deleted");
	await group.promote();
	await api.deleteMessage(group.id, id);
});

test('deleteMessages takes 1-100 ids and skips the missing ones', async () => {
	const { api, alice, chatId } = await setUpWithAlice();
	const { message_id } = await api.sendMessage(chatId, 'x');
	await api.deleteMessages(chatId, [message_id, 12_345]);
	expect(alice.messages).toHaveLength(1);
	expect(await refusal(api.deleteMessages(chatId, []))).toContain('message identifiers are not specified');
	expect(await refusal(api.deleteMessages(chatId, Array(101).fill(1)))).toContain('too many message identifiers');
});

test('listeners hear of new, edited and deleted messages until they stop', async () => {
	const { server, api, chatId } = await setUpWithAlice();
	const seen: string[] = [];
	const stop = server.world.onChange((change) => seen.push(change.type));
	const { message_id } = await api.sendMessage(chatId, 'x');
	await api.editMessageText(chatId, message_id, 'y');
	await api.deleteMessage(chatId, message_id);
	stop();
	await api.sendMessage(chatId, 'z');
	expect(seen).toEqual(['new', 'edited', 'deleted']);
});
