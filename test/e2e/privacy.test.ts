import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import { createHandleOnce } from '../../src/bot/handle-once.ts';
import { createDeps, startNokori } from '../support/nokori.ts';

async function openChat(overrides = {}) {
	const deps = createDeps(overrides);
	const { server, bot } = await startNokori(deps);
	const alice = server.person({ name: 'Alice', language: 'en' });
	return { deps, server, bot, alice };
}

test('/privacy shows what is kept, gives it as a file as it is stored, and deletes it at once', async () => {
	const { alice, deps } = await openChat();
	await alice.sends('/mycard povo Work phone');
	await alice.sends('/remind povo 2026-12-31');
	await alice.taps('Remind me');
	await alice.sends('/privacy');
	expect(alice.screen.text).toContain('Your card: povo2.0 · Work phone');
	await alice.taps('Export as a file');
	const file = alice.messages.findLast(({ file: found }) => found !== undefined)?.file;
	const kept = JSON.parse(Buffer.from(file?.bytes ?? []).toString());
	expect(kept).toMatchObject({ settings: { cards: [{ carrier: 'povo' }] }, reminders: [{ carrier: 'povo' }] });
	await alice.sends('/privacy');
	await alice.taps('Delete everything');
	await alice.taps('Yes, delete it now');
	expect(await deps.store.exportPerson(alice.id)).toEqual({ settings: {}, reminders: [], votes: [] });
	expect(alice.toasts.at(-1)?.text).toContain('Nothing about you is kept');
	expect(await deps.store.claimReminders(Date.UTC(2030, 0), 10)).toEqual([]);
});

test('an ordinary question leaves nothing behind but the number of its update', async () => {
	const { alice, deps, server } = await openChat();
	const ids: number[] = [];
	server.world.onUpdate(({ update_id }) => ids.push(update_id));
	await alice.sends('/balance povo');
	await alice.sends('how do I renew ahamo');
	expect(await deps.store.exportPerson(alice.id)).toEqual({ settings: {}, reminders: [], votes: [] });
	expect(await Promise.all(ids.map((id) => deps.store.isSeen(id)))).toEqual([true, true]);
});

test('what Telegram sends twice is answered once', async () => {
	const { alice, server, bot, deps } = await openChat();
	const updates: Update[] = [];
	server.world.onUpdate((update) => void updates.push(structuredClone(update)));
	await alice.sends('/balance povo');
	const handleOnce = createHandleOnce(bot, deps, { isShared: false });
	for (const update of updates) {
		await handleOnce(update);
	}
	expect(server.calls.count('sendMessage')).toBe(1);
	await alice.sends('/balance povo');
	expect(server.calls.count('sendMessage')).toBe(2);
});

test('praise and reports are counted once a person, answer and month; the maintainers hear of it without a name', async () => {
	const { alice, server, deps } = await openChat({ maintainerChatId: 5_000_000_002 });
	const bob = server.person({ name: 'Bob', language: 'ja' });
	await bob.sends('/start');
	await alice.sends('/balance povo');
	const before = server.calls.mark();
	await alice.taps('It helped');
	await alice.taps('It helped');
	expect(server.calls.since(before).map(({ method }) => method)).toEqual([
		'answerCallbackQuery',
		'answerCallbackQuery',
	]);
	expect(alice.toasts.map(({ text }) => text)).toEqual([
		'Thank you!',
		'You have told us already this month. Thank you!',
	]);
	await bob.sends('/balance povo');
	await bob.taps('誤りを報告');
	await bob.taps('リンク切れ');
	const told = bob.messages.filter(({ text }) => text.includes('Reported as wrong'));
	expect(told).toHaveLength(1);
	expect(told[0]?.text).toContain('povo2.0 · Data left');
	expect(told[0]?.text).not.toContain('Bob');
	const carol = server.person({ name: 'Carol', language: 'en' });
	await carol.sends('/balance povo');
	await carol.taps('Something is wrong');
	await carol.taps('Report wrong steps');
	expect(bob.messages.filter(({ text }) => text.includes('Reported as wrong'))).toHaveLength(1);
	expect(carol.screen.text).toContain('povo2.0 · Data left');
	expect(await deps.store.listVotes()).toEqual([
		{ answer: 'check-data/povo', good: 1, steps: 1, links: 1, numbers: 0 },
	]);
});
