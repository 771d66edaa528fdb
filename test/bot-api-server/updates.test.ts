import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { refusal, rules, setUp } from './support.ts';

/** The id of the first update. Asking for it is another request than asking for none, which Telegram does not slow down. */
const NEXT = 700_000_001;

test('a long poll answers as soon as somebody writes', async () => {
	const { server, api } = await setUp();
	const alice = server.person({ name: 'Alice' });
	const poll = api.getUpdates({ timeout: 20 });
	await expect.poll(() => server.world.polling.end).toBeDefined();
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
	expect(await api.getUpdates({ offset: NEXT, timeout: 1 })).toEqual([]);
	expect(Date.now() - before).toBeGreaterThanOrEqual(990);
});

test('updates come again until an offset confirms them, with growing ids', async () => {
	const { server, api } = await setUp();
	const alice = server.person({ name: 'Alice' });
	const sent = Promise.all([alice.sends('1'), alice.sends('2'), alice.sends('3')]);
	const first = await api.getUpdates({ limit: 2 });
	const [a, b] = first.map(({ update_id }) => update_id);
	expect(await api.getUpdates({ offset: a ?? 0, limit: 2 })).toEqual(first);
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
	await expect.poll(() => server.world.polling.end).toBeDefined();
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
	await expect.poll(() => server.world.polling.end).toBeDefined();
	controller.abort();
	expect(await first).toBe('aborted');
	await expect.poll(() => server.world.polling.end).toBeUndefined();
	expect(await api.getUpdates({ offset: NEXT, timeout: 1 })).toEqual([]);
});

test('getUpdates is refused while a webhook is set, which also ends a running poll', async () => {
	const { server, api } = await setUp();
	const running = refusal(api.getUpdates({ timeout: 20 }));
	await expect.poll(() => server.world.polling.end).toBeDefined();
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
	expect(await api.getUpdates({ offset: NEXT })).toEqual([]);
	await api.getUpdates({ allowed_updates: [] });
	const sent = alice.sends('the default is back');
	const [update] = await api.getUpdates({ offset: NEXT });
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
	const [update] = await api.getUpdates({ offset: NEXT });
	expect(update?.chat_member).toMatchObject({
		old_chat_member: { status: 'administrator' },
		new_chat_member: { status: 'member', user: { id: bob.id } },
	});
	await api.getUpdates({ offset: (update?.update_id ?? 0) + 1 });
	await demoted;
});

test('who asks for the same offset again within half a second gets one update, later all', async () => {
	const { server, api } = await setUp();
	const alice = server.person({ name: 'Alice' });
	const sent = [alice.sends('1'), alice.sends('2'), alice.sends('3')];
	expect(await api.getUpdates()).toHaveLength(3);
	expect(await api.getUpdates()).toHaveLength(1);
	await wait(510);
	const all = await api.getUpdates();
	expect(all).toHaveLength(3);
	// Another offset is free at once.
	expect(await api.getUpdates({ offset: all[1]?.update_id ?? 0 })).toHaveLength(2);
	await api.getUpdates({ offset: (all[2]?.update_id ?? 0) + 1 });
	await Promise.all(sent);
});

test('who asks for the same offset again within three seconds waits for at least three', async () => {
	const { api } = await setUp();
	expect(await api.getUpdates()).toEqual([]);
	const before = performance.now();
	expect(await api.getUpdates()).toEqual([]);
	expect(performance.now() - before).toBeGreaterThanOrEqual(2990);
});

test('the first conflict is told at once, those after it three seconds later', async () => {
	const { api } = await setUp();
	await api.setWebhook('https://bot.example.org/telegram');
	const started = performance.now();
	await refusal(api.getUpdates());
	expect(performance.now() - started).toBeLessThan(2000);
	await refusal(api.getUpdates());
	expect(performance.now() - started).toBeGreaterThanOrEqual(2990);
});

test('updates expire: a tap after 150 seconds, an inline query after 30, a message after a day', async () => {
	const { server, api, clock } = await setUp();
	const alice = server.person({ name: 'Alice' });
	await Promise.all([
		expect.poll(() => server.world.updates.pending).toHaveLength(1),
		alice.sends('/start').then(() => undefined),
		api.getUpdates({ timeout: 5 }).then(([update]) => api.getUpdates({ offset: (update?.update_id ?? 0) + 1 })),
	]);
	const markup = { inline_keyboard: [[{ text: 'One', callback_data: '/one/' }]] };
	await api.sendMessage(alice.id, 'Pick one', { reply_markup: markup });
	const waiting = [alice.taps('One'), alice.sends('hello'), alice.types('povo').catch(() => undefined)];
	const kinds = () => server.world.updates.pending.flatMap((update) => Object.keys(update).slice(1));
	expect(kinds()).toEqual(['callback_query', 'message', 'inline_query']);
	clock.ms += 30_000;
	expect(kinds()).toEqual(['callback_query', 'message']);
	clock.ms += 120_000;
	expect(kinds()).toEqual(['message']);
	clock.ms += 86_400_000;
	expect(kinds()).toEqual([]);
	await Promise.all(waiting);
});

test('after a quiet week ids begin anew, and an offset far from them is not believed', async () => {
	const { server, api } = await setUp();
	const alice = server.person({ name: 'Alice' });
	server.world.updates.beginAnew(3000);
	const sent = alice.sends('a week later');
	const [update] = await api.getUpdates({ offset: 700_000_002 });
	expect(update).toMatchObject({ update_id: 3000, message: { text: 'a week later' } });
	expect(await api.getUpdates({ offset: 3001, timeout: 0 })).toEqual([]);
	await sent;
});
