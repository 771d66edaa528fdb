import pino from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { brokenStore, withFallbacks } from '../../src/storage/fallback.ts';
import { openRedisStore } from '../../src/storage/redis/index.ts';
import { createDeps, startNokori } from '../support/nokori.ts';
import { isMissing } from '../support/programs.ts';
import { startRedis } from '../support/redis.ts';

async function openChat(overrides = {}) {
	const deps = createDeps(overrides);
	const { server } = await startNokori(deps);
	const alice = server.person({ name: 'Alice', language: 'en' });
	return { deps, server, alice };
}

test('a button on any answer saves the card, and /balance alone is then the answer', async () => {
	const { alice, deps, server } = await openChat();
	await alice.sends('/balance povo');
	await alice.taps('⋯ More');
	await alice.taps('Save as my card');
	expect(alice.toasts.at(-1)?.text).toBe('Saved as your card.');
	expect(alice.screen.text).toContain('povo2.0 · Data left');
	expect(await deps.store.readPerson(alice.id)).toEqual({ cards: [{ carrier: 'povo' }] });
	const before = server.calls.mark();
	await alice.sends('/balance');
	expect(alice.screen.text).toContain('povo2.0 · Data left');
	expect(server.calls.since(before)).toHaveLength(1);
	await alice.sends('how do I see how much data is left');
	expect(alice.screen.text).toContain('povo2.0 · Data left');
	await alice.sends('/balance ahamo');
	expect(alice.screen.text).toContain('ahamo');
});

test('/mycard with a carrier saves it, with a form, a nickname and a day; a number is never kept', async () => {
	const { alice, deps } = await openChat();
	await alice.sends('/mycard povo eSIM Mum’s phone 090-1234-5678');
	expect(alice.screen.text).toContain('povo2.0 · eSIM · Mum’s phone');
	expect(JSON.stringify(await deps.store.exportPerson(alice.id))).not.toMatch(/1234/);
	await alice.sends('/mycard povo 2026-12-31');
	await alice.tapsData('/mycard/card-1/');
	expect(alice.screen.text).toContain('Saved date: 31 December 2026');
	await alice.sends('/mycard nobody mobile');
	expect(alice.screen.text).toContain("I don't know a carrier of that name");
});

test('five cards are the most; the first is meant, and each can be changed and removed', async () => {
	const { alice, deps } = await openChat();
	for (const carrier of ['povo', 'ahamo', 'linemo', 'mineo', 'docomo', 'softbank']) {
		await alice.sends(`/mycard ${carrier}`);
	}
	expect((await deps.store.readPerson(alice.id)).cards).toHaveLength(5);
	await alice.sends('/mycard');
	await alice.taps('LINEMO');
	await alice.taps('Put it first');
	await alice.sends('/balance');
	expect(alice.screen.text).toContain('LINEMO');
	await alice.sends('/mycard');
	await alice.tapsData('/mycard/card-1/');
	await alice.taps('Remove the card');
	expect((await deps.store.readPerson(alice.id)).cards?.map(({ carrier }) => carrier)).not.toContain('linemo');
	await alice.tapsData('/mycard/card-5/remove');
	await alice.tapsData('/mycard/card-5/');
	expect(alice.screen.text).toBe('No cards saved yet.');
});

test('in a group nobody learns what card somebody has', async () => {
	const { server, alice, deps } = await openChat();
	const bob = server.person({ name: 'Bob', language: 'en' });
	const group = server.group({ title: 'Osaka', members: [alice, bob], bot: 'member' });
	await deps.store.changePerson(alice.id, { cards: [{ carrier: 'povo', nickname: 'secret' }] });
	await alice.in(group).sends('/mycard@nokori_bot');
	expect(alice.in(group).screen.text).toBe('That is only for you: open it in a private chat.');
	await alice.in(group).taps('Open private chat');
	expect(alice.screen.text).toContain('secret');
	await alice.in(group).sends('/balance@nokori_bot');
	expect(bob.in(group).screen.text).toContain('Which carrier?');
	await alice.in(group).sends('/start@nokori_bot mycard');
	for (const { text } of bob.in(group).messages) {
		expect(text).not.toContain('secret');
	}
	// A forged tap does nothing there either.
	await bob.in(group).tapsData('/mycard/add/povo', alice.in(group).screen);
	expect(await deps.store.readPerson(bob.id)).toEqual({});
});

test('without memory questions are answered, and /mycard says that nothing is kept', async () => {
	const store = withFallbacks(brokenStore('nokori.db was damaged'), pino({ level: 'silent' }));
	const { alice } = await openChat({ store });
	await alice.sends('/balance povo');
	expect(alice.screen.text).toContain('povo2.0 · Data left');
	await alice.taps('⋯ More');
	await alice.taps('Save as my card');
	expect(alice.toasts.at(-1)?.text).toContain('cannot save anything');
	expect(alice.screen.text).toContain('povo2.0 · Data left');
	expect(alice.screen.buttons.flat().map(({ text }) => text)).toContain('Save as my card');
	await alice.sends('/mycard');
	expect(alice.screen.text).toContain('I cannot save anything');
	await alice.sends('/remind povo 2026-12-31');
	await alice.taps('Remind me');
	expect(alice.toasts.at(-1)?.text).toContain('cannot save anything');
	// It may be the answer to a question about a card, which nobody remembers now.
	await alice.sends('10 December');
	expect(alice.screen.text).toContain("I can't tell which card you meant");
	// Whether there are reminders is not known, and "none" would be a lie.
	await alice.sends('/remind');
	expect(alice.screen.text).toBe('I cannot save anything at the moment, but I can still answer.');
});

test.skipIf(isMissing('redis-server'))(
	'while Redis is gone questions are answered; what cannot be kept is said, until it is back',
	async () => {
		const redis = await startRedis();
		const log = pino({ level: 'silent' });
		const store = withFallbacks(await openRedisStore(redis.url), log);
		onTestFinished(() => store.close());
		const { alice } = await openChat({ store });
		await alice.sends('/mycard povo');
		await redis.kill();
		await alice.sends('/balance ahamo');
		expect(alice.screen.text).toContain('ahamo');
		await alice.sends('/mycard linemo');
		expect(alice.screen.text).toContain('I cannot save anything');
		await alice.sends('/mycard');
		expect(alice.screen.text).toContain('I cannot save anything');
		await redis.start();
		await vi.waitFor(async () => expect(await store.readPerson(alice.id)).not.toEqual({}), { timeout: 8000 });
		await alice.sends('/mycard');
		expect(alice.screen.text).toContain('povo2.0');
		expect(alice.screen.text).not.toContain('out of order');
	},
);
