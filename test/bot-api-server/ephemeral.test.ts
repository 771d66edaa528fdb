import { InlineKeyboard } from 'grammy';
import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import { call, refusal, rules, setUpWithGroup } from './support.ts';

async function setUpMenu() {
	const base = await setUpWithGroup();
	const updates: Update[] = [];
	base.server.world.onUpdate((update) => updates.push(update));
	const menu = await base.api.sendMessage(base.group.id, 'menu', {
		reply_markup: new InlineKeyboard().text('Go', 'x'),
	});
	await base.bob.in(base.group).taps('Go');
	return { ...base, updates, menu, queryId: updates.at(-1)?.callback_query?.id ?? '' };
}

test('a tap may be answered for the tapper alone', async () => {
	const { api, alice, bob, group, queryId, server } = await setUpMenu();
	const sent = await api.sendMessage(group.id, 'for you', {
		ephemeral_message_parameters: { receiver_user_id: bob.id, callback_query_id: queryId },
	});
	expect(sent).toMatchObject({ message_id: 0, receiver_user: { id: bob.id } });
	expect(sent.ephemeral_message_id).toBeGreaterThan(0);
	expect(bob.in(group).screen).toMatchObject({ text: 'for you', isEphemeral: true });
	expect(alice.in(group).screen.text).toBe('menu');
	expect(rules(server)).toEqual([]);
});

test('it may stand in place of the message that was tapped, for that person', async () => {
	const { api, alice, bob, group, queryId } = await setUpMenu();
	const parameters = { receiver_user_id: bob.id, callback_query_id: queryId, replace_callback_query_message: true };
	await api.sendMessage(group.id, 'yours', { ephemeral_message_parameters: parameters });
	expect(bob.in(group).messages.map(({ text }) => text)).toEqual(['yours']);
	expect(alice.in(group).messages.map(({ text }) => text)).toEqual(['menu']);
});

test('a tap is good for 15 seconds, for the tapper and their chat only', async () => {
	const { api, alice, bob, group, queryId, clock } = await setUpMenu();
	const send = (receiver_user_id: number, callback_query_id = queryId) =>
		api.sendMessage(group.id, 'x', { ephemeral_message_parameters: { receiver_user_id, callback_query_id } });
	expect(await refusal(send(alice.id))).toBe(
		'400 Bad Request: query is too old and response timeout expired or query ID is invalid',
	);
	expect(await refusal(send(bob.id, 'forged'))).toBe(
		'400 Bad Request: query is too old and response timeout expired or query ID is invalid',
	);
	clock.ms += 15_000;
	await send(bob.id);
	clock.ms += 1;
	expect(await refusal(send(bob.id))).toContain('query is too old');
});

test('without a trigger only an administrator may, and only to members in groups', async () => {
	const { api, alice, bob, group, server } = await setUpMenu();
	const send = (chat: number, receiver_user_id: number) =>
		api.sendMessage(chat, 'x', { ephemeral_message_parameters: { receiver_user_id } });
	expect(await refusal(send(group.id, bob.id))).toBe('400 Bad Request: MESSAGE_NOT_COMMAND');
	expect(await refusal(send(alice.id, alice.id))).toContain('only to groups and supergroups');
	await group.promote();
	await send(group.id, bob.id);
	expect(await refusal(send(group.id, server.person({ name: 'Carol' }).id))).toContain('USER_NOT_PARTICIPANT');
});

test('an ephemeral message is edited and deleted by its own methods', async () => {
	const { server, api, bob, group, queryId } = await setUpMenu();
	const sent = await api.sendMessage(group.id, 'one', {
		ephemeral_message_parameters: { receiver_user_id: bob.id, callback_query_id: queryId },
	});
	const target = { chat_id: group.id, receiver_user_id: bob.id, ephemeral_message_id: sent.ephemeral_message_id };
	expect(await call(server, 'editEphemeralMessageText', { ...target, text: 'two' })).toEqual({
		ok: true,
		result: true,
	});
	expect(bob.in(group).screen.text).toBe('two');
	expect(await call(server, 'editEphemeralMessageText', { ...target, text: 'two' })).toMatchObject({
		description: expect.stringContaining('message is not modified'),
	});
	expect(await refusal(api.deleteMessage(group.id, sent.ephemeral_message_id ?? 0))).toContain(
		'message to delete not found',
	);
	expect(await call(server, 'deleteEphemeralMessage', { ...target, receiver_user_id: 1 })).toMatchObject({
		description: 'Bad Request: message to delete not found',
	});
	expect(await call(server, 'deleteEphemeralMessage', target)).toEqual({ ok: true, result: true });
	expect(bob.in(group).screen.text).toBe('menu');
	expect(rules(server)).toEqual([]);
});

test('a long edit is a violation, since Telegram measures it as a caption', async () => {
	const { server, api, bob, group, queryId } = await setUpMenu();
	const sent = await api.sendMessage(group.id, 'one', {
		ephemeral_message_parameters: { receiver_user_id: bob.id, callback_query_id: queryId },
	});
	const target = { chat_id: group.id, receiver_user_id: bob.id, ephemeral_message_id: sent.ephemeral_message_id };
	await call(server, 'editEphemeralMessageText', { ...target, text: 'x'.repeat(1024) });
	expect(rules(server)).toEqual([]);
	await call(server, 'editEphemeralMessageText', { ...target, text: 'x'.repeat(1025) });
	expect(rules(server)).toEqual(['ephemeral-edit-length']);
});

test('a tap on an ephemeral message names it and may not replace it', async () => {
	const { api, bob, group, queryId, updates } = await setUpMenu();
	const reply_markup = new InlineKeyboard().text('More', 'more');
	const sent = await api.sendMessage(group.id, 'one', {
		ephemeral_message_parameters: { receiver_user_id: bob.id, callback_query_id: queryId },
		reply_markup,
	});
	await bob.in(group).taps('More');
	const query = updates.at(-1)?.callback_query;
	expect(query?.message).toMatchObject({ message_id: 0, ephemeral_message_id: sent.ephemeral_message_id });
	const parameters = {
		receiver_user_id: bob.id,
		callback_query_id: query?.id ?? '',
		replace_callback_query_message: true,
	};
	expect(await refusal(api.sendMessage(group.id, 'x', { ephemeral_message_parameters: parameters }))).toContain(
		'must be false',
	);
});

test('an ephemeral command is seen by nobody else and is answered ephemerally within 15 seconds', async () => {
	const { server, api, alice, bob, group, updates, clock } = await setUpMenu();
	const commands = [{ command: 'balance', description: 'Balance', is_ephemeral: true }];
	await api.setMyCommands(commands, { scope: { type: 'all_group_chats' } });
	await bob.in(group).sends('/balance povo');
	const incoming = updates.at(-1)?.message;
	expect(incoming).toMatchObject({ message_id: 0, text: '/balance povo', receiver_user: { username: 'nokori_bot' } });
	expect(alice.in(group).messages.map(({ text }) => text)).toEqual(['menu']);
	const answer = (ephemeral: boolean) =>
		api.sendMessage(group.id, 'answer', {
			reply_parameters: { ephemeral_message_id: incoming?.ephemeral_message_id ?? 0 },
			...(ephemeral ? { ephemeral_message_parameters: { receiver_user_id: bob.id } } : {}),
		});
	expect(await refusal(answer(false))).toContain('must itself be an ephemeral message');
	clock.ms += 15_000;
	await answer(true);
	expect(bob.in(group).screen).toMatchObject({ text: 'answer', isEphemeral: true });
	clock.ms += 1;
	expect(await refusal(answer(true))).toBe('400 Bad Request: message to be replied not found');
	expect(rules(server)).toEqual([]);
});

test('the same command in a private chat is an ordinary message', async () => {
	const { api, alice, updates } = await setUpMenu();
	const commands = [{ command: 'balance', description: 'Balance', is_ephemeral: true }];
	await api.setMyCommands(commands, { scope: { type: 'default' } });
	await alice.sends('/balance');
	expect(updates.at(-1)?.message?.message_id).toBeGreaterThan(0);
});
