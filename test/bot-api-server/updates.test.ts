import { expect, test } from 'vitest';
import { refusal, rules, setUp } from './support.ts';

test('a long poll answers as soon as somebody writes', async () => {
	const { server, api } = await setUp();
	const alice = server.person({ name: 'Alice' });
	const poll = api.getUpdates({ timeout: 20 });
	await expect.poll(() => server.world.endPoll).toBeDefined();
	const sent = alice.sends('hello');
	const [update] = await poll;
	expect(update?.message).toMatchObject({
		text: 'hello',
		from: { id: alice.id, first_name: 'Alice' },
		date: 1_788_220_800,
	});
	await api.getUpdates({ offset: (update?.update_id ?? 0) + 1 });
	await sent;
});

test('a long poll ends empty after its timeout, a short one at once', async () => {
	const { api } = await setUp();
	const before = Date.now();
	expect(await api.getUpdates()).toEqual([]);
	expect(await api.getUpdates({ timeout: 1 })).toEqual([]);
	expect(Date.now() - before).toBeGreaterThanOrEqual(990);
});

test('updates come again until an offset confirms them, with growing ids', async () => {
	const { server, api } = await setUp();
	const alice = server.person({ name: 'Alice' });
	const sent = Promise.all([alice.sends('1'), alice.sends('2'), alice.sends('3')]);
	const first = await api.getUpdates({ limit: 2 });
	expect(await api.getUpdates({ limit: 2 })).toEqual(first);
	const [a, b] = first.map(({ update_id }) => update_id);
	expect(b).toBe((a ?? 0) + 1);
	const rest = await api.getUpdates({ offset: (b ?? 0) + 1 });
	expect(rest.map(({ message }) => message?.text)).toEqual(['3']);
	await api.getUpdates({ offset: (b ?? 0) + 2 });
	await sent;
});

test('a negative offset forgets all but the last updates', async () => {
	const { server, api } = await setUp();
	const alice = server.person({ name: 'Alice' });
	const sent = [alice.sends('1'), alice.sends('2'), alice.sends('3')];
	const last = await api.getUpdates({ offset: -1 });
	expect(last.map(({ message }) => message?.text)).toEqual(['3']);
	expect(await api.getUpdates()).toEqual(last);
	await api.getUpdates({ offset: (last[0]?.update_id ?? 0) + 1 });
	await Promise.all(sent);
});

test('a second poller terminates the first one with 409', async () => {
	const { server, api } = await setUp();
	const first = refusal(api.getUpdates({ timeout: 20 }));
	await expect.poll(() => server.world.endPoll).toBeDefined();
	const second = api.getUpdates({ timeout: 20 });
	expect(await first).toBe(
		'409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
	);
	const sent = server.person({ name: 'Alice' }).sends('hello');
	const [update] = await second;
	await api.getUpdates({ offset: (update?.update_id ?? 0) + 1 });
	await sent;
});

test('a poller that hung up leaves the next one alone', async () => {
	const { server, api } = await setUp();
	const controller = new AbortController();
	const first = api.getUpdates({ timeout: 20 }, controller.signal as never).catch(() => 'aborted');
	await expect.poll(() => server.world.endPoll).toBeDefined();
	controller.abort();
	expect(await first).toBe('aborted');
	await expect.poll(() => server.world.endPoll).toBeUndefined();
	expect(await api.getUpdates({ timeout: 1 })).toEqual([]);
});

test('getUpdates is refused while a webhook is set, which also ends a running poll', async () => {
	const { server, api } = await setUp();
	const running = refusal(api.getUpdates({ timeout: 20 }));
	await expect.poll(() => server.world.endPoll).toBeDefined();
	await api.setWebhook('https://bot.example.org/telegram');
	expect(await running).toBe('409 Conflict: terminated by setWebhook request');
	expect(await refusal(api.getUpdates())).toBe(
		"409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
	);
	await api.deleteWebhook();
	expect(await api.getUpdates()).toEqual([]);
});

test('allowed_updates is honoured and remembered by later calls', async () => {
	const { server, api } = await setUp();
	const alice = server.person({ name: 'Alice' });
	await api.getUpdates({ allowed_updates: ['callback_query'] });
	await alice.sends('nobody asked for messages');
	expect(await api.getUpdates()).toEqual([]);
	await api.getUpdates({ allowed_updates: [] });
	const sent = alice.sends('the default is back');
	const [update] = await api.getUpdates();
	expect(update?.message?.text).toBe('the default is back');
	await api.getUpdates({ offset: (update?.update_id ?? 0) + 1 });
	await sent;
});

test('an update kind that does not exist is a violation', async () => {
	const { server, api } = await setUp();
	await api.getUpdates({ allowed_updates: ['message', 'messages' as 'message'] });
	expect(rules(server)).toEqual(['unknown-update-kind']);
});

test('chat_member updates come only where they are asked for', async () => {
	const { server, api } = await setUp();
	const [alice, bob] = [server.person({ name: 'Alice' }), server.person({ name: 'Bob' })];
	const group = server.group({ title: 'Trip', members: [alice, bob], bot: 'administrator' });
	await group.promote(bob);
	expect(await api.getUpdates({ allowed_updates: ['chat_member'] })).toEqual([]);
	const demoted = group.demote(bob);
	const [update] = await api.getUpdates();
	expect(update?.chat_member).toMatchObject({
		old_chat_member: { status: 'administrator' },
		new_chat_member: { status: 'member', user: { id: bob.id } },
	});
	await api.getUpdates({ offset: (update?.update_id ?? 0) + 1 });
	await demoted;
});
