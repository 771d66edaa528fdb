import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import { setUpWithGroup } from './support.ts';

async function setUpRoom(bot: 'member' | 'administrator' = 'member') {
	const base = await setUpWithGroup({ bot });
	const updates: Update[] = [];
	base.server.world.onUpdate((update) => updates.push(update));
	const texts = () => updates.map(({ message, edited_message }) => message?.text ?? edited_message?.text);
	return { ...base, room: base.bob.in(base.group), updates, texts };
}

test('small talk stays private, whatever the bot might like to hear', async () => {
	const { room, texts } = await setUpRoom();
	await room.sends('povo 怎么保号');
	await room.sends('mail me at a@nokori_bot.example or see /usr/bin');
	expect(texts()).toEqual([]);
});

test('an administrator bot hears all', async () => {
	const { room, texts } = await setUpRoom('administrator');
	await room.sends('small talk');
	expect(texts()).toEqual(['small talk']);
});

test('a bot with privacy mode off hears all', async () => {
	const { server, room, texts } = await setUpRoom();
	server.world.bot.can_read_all_group_messages = true;
	await room.sends('small talk');
	expect(texts()).toEqual(['small talk']);
});

test('commands for the bot arrive, those for another do not', async () => {
	const { room, texts } = await setUpRoom();
	await room.sends('/balance@nokori_bot povo');
	await room.sends('/balance@Nokori_Bot');
	await room.sends('/balance@rival_bot');
	expect(texts()).toEqual(['/balance@nokori_bot povo', '/balance@Nokori_Bot']);
});

test('a bare command arrives while the bot is the only one', async () => {
	const { room, texts } = await setUpRoom();
	await room.sends('/balance');
	expect(texts()).toEqual(['/balance']);
});

test('with another bot around, a bare command goes to the one that posted last', async () => {
	const { api, group, room, texts } = await setUpRoom();
	const rival = group.otherBot('rival_bot');
	await room.sends('/one');
	await api.sendMessage(group.id, 'hello');
	await room.sends('/two');
	rival.posts('hello too');
	await room.sends('/three');
	expect(texts()).toEqual(['/two']);
});

test('replies to the bot and mentions of it arrive, replies to others do not', async () => {
	const { api, group, alice, room, texts } = await setUpRoom();
	await api.sendMessage(group.id, 'Which carrier?');
	await room.replies(room.screen, 'docomo');
	await room.sends('what does @nokori_bot say');
	const mention = room.messages.at(-1) ?? room.screen;
	await alice.in(group).sends('nothing, I guess');
	await alice.in(group).replies(alice.in(group).messages.at(-1) ?? room.screen, 'no idea');
	expect(texts()).toEqual(['docomo', 'what does @nokori_bot say']);
	// "Replies to any messages implicitly or explicitly meant for this bot".
	await alice.in(group).replies(mention, 'it is asleep');
	expect(texts().at(-1)).toBe('it is asleep');
});

test('service messages arrive', async () => {
	const { server, group, updates } = await setUpRoom();
	await group.adds(server.person({ name: 'Carol' }));
	expect(updates).toMatchObject([{ message: { new_chat_members: [{ first_name: 'Carol' }] } }]);
});

test('edits follow the same rule', async () => {
	const { room, texts } = await setUpRoom();
	await room.sends('/balance');
	await room.sends('small talk');
	await room.edits(room.messages.at(-1) ?? room.screen, 'more small talk');
	await room.edits(room.messages.at(-2) ?? room.screen, '/balance povo');
	expect(texts()).toEqual(['/balance', '/balance povo']);
});

test('nothing arrives from a group the bot is not in', async () => {
	const { server, alice, updates } = await setUpRoom();
	const other = server.group({ title: 'Elsewhere', members: [alice] });
	await alice.in(other).sends('/balance@nokori_bot');
	expect(updates).toEqual([]);
});

test('a forced reply turns what is typed next into a reply, for the one it is meant for', async () => {
	const { api, group, alice, bob, room, texts } = await setUpRoom();
	await room.sends('/renew');
	await api.sendMessage(group.id, 'When does it end?', {
		reply_parameters: { message_id: room.messages.at(-1)?.id ?? 0 },
		reply_markup: { force_reply: true, selective: true },
	});
	await alice.in(group).sends('not asked');
	expect(texts()).toEqual(['/renew']);
	await api.sendMessage(group.id, 'Bob?', { reply_markup: { force_reply: true } });
	await bob.in(group).sends('12月31日');
	expect(texts()).toEqual(['/renew', '12月31日']);
});
