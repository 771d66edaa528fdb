import { expect, test } from 'vitest';
import { call, confirmAll, refusal, rules, setUp, setUpWithAlice, setUpWithGroup } from './support.ts';

test('nobody can be written to before they wrote', async () => {
	const { server, api } = await setUp();
	confirmAll(server);
	const [alice, bob] = [server.person({ name: 'Alice' }), server.person({ name: 'Bob' })];
	expect(await refusal(api.sendMessage(alice.id, 'hi'))).toBe('400 Bad Request: chat not found');
	expect(await refusal(api.sendMessage(12, 'hi'))).toBe('400 Bad Request: chat not found');
	const group = server.group({ title: 'Trip', members: [alice, bob], bot: 'member' });
	await alice.in(group).sends('/help');
	expect(await refusal(api.sendMessage(alice.id, 'hi'))).toBe(
		"403 Forbidden: bot can't initiate conversation with a user",
	);
	await alice.sends('/start');
	expect(await api.sendMessage(alice.id, 'hi')).toMatchObject({
		chat: { id: alice.id, type: 'private', first_name: 'Alice' },
	});
});

test('chat_id must be there', async () => {
	const { server } = await setUp();
	expect(await call(server, 'sendMessage', { text: 'x' })).toMatchObject({
		description: 'Bad Request: chat_id is empty',
	});
});

test('a person who blocked the bot gets nothing until they unblock it', async () => {
	const { api, alice, chatId } = await setUpWithAlice();
	await alice.blocks();
	expect(await refusal(api.sendMessage(chatId, 'hi'))).toBe('403 Forbidden: bot was blocked by the user');
	await expect(alice.sends('hello')).rejects.toThrow('Alice has blocked the bot');
	await alice.unblocks();
	await api.sendMessage(chatId, 'welcome back');
	expect(alice.screen.text).toBe('welcome back');
});

test('a group that kicked or lost the bot is forbidden', async () => {
	const { api, group } = await setUpWithGroup();
	await api.sendMessage(group.id, 'hi');
	await group.kickBot();
	expect(await refusal(api.sendMessage(group.id, 'hi'))).toBe('403 Forbidden: bot was kicked from the group chat');
	await group.addsBot();
	await api.leaveChat(group.id);
	expect(await refusal(api.sendMessage(group.id, 'hi'))).toBe('403 Forbidden: bot is not a member of the group chat');
});

test('a muted bot lacks rights, an administrator does not', async () => {
	const { api, group } = await setUpWithGroup();
	const denied = '400 Bad Request: not enough rights to send text messages to the chat';
	await group.muteBot();
	expect(await refusal(api.sendMessage(group.id, 'hi'))).toBe(denied);
	await group.demote();
	group.closeForMembers();
	expect(await refusal(api.sendMessage(group.id, 'hi'))).toBe(denied);
	await group.promote();
	await api.sendMessage(group.id, 'hi');
});

test('a migrated group answers with its new id, where the bot may write', async () => {
	const { server, api, group, bob } = await setUpWithGroup();
	const oldId = group.id;
	await group.migrate();
	const error = await api.sendMessage(oldId, 'hi').catch((reason) => reason);
	expect(error).toMatchObject({
		error_code: 400,
		description: 'Bad Request: group chat was upgraded to a supergroup chat',
		parameters: { migrate_to_chat_id: group.id },
	});
	await api.sendMessage(group.id, 'moved');
	expect(bob.in(group).screen.text).toBe('moved');
	expect(rules(server)).toEqual([]);
});

test('only a topic is a thread: not General, not a plain reply', async () => {
	const { api, alice, group } = await setUpWithGroup({ forum: true });
	const topic = group.topic('SIM');
	const sent = await api.sendMessage(group.id, 'in the topic', { message_thread_id: topic.id });
	expect(sent).toMatchObject({ message_thread_id: topic.id, is_topic_message: true });
	expect(alice.in(group, topic).screen.text).toBe('in the topic');
	expect(alice.in(group).messages).toEqual([]);
	for (const thread of [1, 999_999, sent.message_id]) {
		const refused = await refusal(api.sendMessage(group.id, 'x', { message_thread_id: thread }));
		expect(refused).toBe('400 Bad Request: message thread not found');
	}
});

test('a reply in General carries a thread id that is no topic', async () => {
	const { api, server, bob, group } = await setUpWithGroup({ forum: true });
	const root = await api.sendMessage(group.id, 'root');
	await bob.in(group).replies(bob.in(group).screen, 'a reply');
	const seen = server.world.chats.get(group.id)?.messages;
	const reply = [...(seen?.values() ?? [])].at(-1)?.message;
	expect(reply).toMatchObject({ message_thread_id: root.message_id, text: 'a reply' });
	expect(reply?.is_topic_message).toBeUndefined();
});

test('a private chat has no threads', async () => {
	const { api, chatId } = await setUpWithAlice();
	expect(await refusal(api.sendMessage(chatId, 'x', { message_thread_id: 3 }))).toContain('message thread not found');
});

test('a reply needs its message, unless it may go without', async () => {
	const { api, chatId, alice } = await setUpWithAlice();
	const reply = (message_id: number, more = {}) =>
		api.sendMessage(chatId, 'x', { reply_parameters: { message_id, ...more } });
	const [first] = alice.messages;
	expect((await reply(first?.id ?? 0)).reply_to_message).toMatchObject({ text: '/start' });
	expect(await refusal(reply(999))).toBe('400 Bad Request: message to be replied not found');
	expect((await reply(999, { allow_sending_without_reply: true })).reply_to_message).toBeUndefined();
	expect(await refusal(reply(first?.id ?? 0, { quote: 'other words' }))).toContain('QUOTE_TEXT_INVALID');
	await reply(first?.id ?? 0, { quote: '/start' });
});

test('getChat and getChatMember describe what is there', async () => {
	const { api, alice, bob, group, server } = await setUpWithGroup();
	expect(await api.getChat(group.id)).toMatchObject({ id: group.id, type: 'group', title: 'Trip' });
	expect(await api.getChat(alice.id)).toMatchObject({ type: 'private', first_name: 'Alice' });
	expect(await api.getChatMember(group.id, alice.id)).toMatchObject({ status: 'creator' });
	expect(await api.getChatMember(group.id, bob.id)).toMatchObject({ status: 'member', user: { language_code: 'ja' } });
	const carol = server.person({ name: 'Carol' });
	expect(await api.getChatMember(group.id, carol.id)).toMatchObject({ status: 'left' });
	expect(await refusal(api.getChatMember(group.id, 3))).toBe('400 Bad Request: user not found');
	expect(await refusal(api.getChatAdministrators(alice.id))).toContain('no administrators in the private chat');
});

test('administrators are listed without other bots', async () => {
	const { api, alice, bob, group } = await setUpWithGroup({ bot: 'administrator' });
	await group.promote(bob);
	const admins = await api.getChatAdministrators(group.id);
	expect(admins.map(({ user }) => user.first_name)).toEqual([alice.user.first_name, 'Bob', 'Nokori']);
});

test('a chat action shows, an unknown one is refused', async () => {
	const { server, api, chatId } = await setUpWithAlice();
	const seen: string[] = [];
	server.world.onChange((change) => seen.push(change.type));
	await api.sendChatAction(chatId, 'typing');
	expect(seen).toEqual(['action']);
	expect(await refusal(api.sendChatAction(chatId, 'dancing' as 'typing'))).toContain('wrong parameter action');
});
