import { expect, test } from 'vitest';
import type { Store } from '../../src/storage/store.ts';
import { reminder } from './reminders.ts';
import type { Open } from './store.ts';

const ALICE = 2 ** 52 - 1;
const BOB = 5_000_000_001;
const CAROL = 5_000_000_002;
const NOW = Date.UTC(2026, 10, 20, 1);

const NOTHING = { settings: {}, reminders: [], votes: [] };

/** Gives a person one of everything that can be kept. */
async function fill(store: Store, personId: number): Promise<void> {
	await store.changePerson(personId, { locale: 'ja' });
	await store.saveReminder(reminder('aaaaaaa1', { personId }));
	await store.vote('check-data/povo', personId, '2026-11', 'good');
}

const filled = (personId: number) => ({
	settings: { locale: 'ja' },
	reminders: [reminder('aaaaaaa1', { personId })],
	votes: ['check-data/povo 2026-11'],
});

export function describePeople(open: Open): void {
	test('everything that is kept about a person is shown to them, and nothing of anybody else', async () => {
		const { store } = await open();
		await fill(store, ALICE);
		expect(await store.exportPerson(ALICE)).toEqual(filled(ALICE));
		expect(await store.exportPerson(BOB)).toEqual(NOTHING);
	});

	test('votes are shown as the answer and the month, one by one', async () => {
		const { store } = await open();
		await store.vote('renew/povo', ALICE, '2026-11', 'good');
		await store.vote('check-data/povo', ALICE, '2026-11', 'links');
		await store.vote('renew/povo', BOB, '2026-11', 'links');
		const { votes } = await store.exportPerson(ALICE);
		expect(votes.toSorted()).toEqual(['check-data/povo 2026-11', 'renew/povo 2026-11']);
	});

	test('half an emoji that an earlier version kept is read as an unreadable character', async () => {
		const { store } = await open();
		await store.changePerson(ALICE, { cards: [{ carrier: 'povo', nickname: 'Mum\ud83d' }] });
		await store.saveReminder(reminder('aaaaaaa1', { label: 'Mum\ud83d' }));
		expect(await store.readPerson(ALICE)).toEqual({ cards: [{ carrier: 'povo', nickname: 'Mum\ufffd' }] });
		expect(await store.listReminders(ALICE)).toMatchObject([{ label: 'Mum\ufffd' }]);
		expect(await store.claimReminders(NOW, 1)).toMatchObject([{ label: 'Mum\ufffd' }]);
	});

	test('forgetting a person leaves nothing of them, over a restart, and everything of the others', async () => {
		const { store, reopen } = await open();
		await fill(store, ALICE);
		await fill(store, BOB);
		await store.markBlocked(ALICE, NOW);
		await store.forgetPerson(ALICE);
		await store.forgetPerson(ALICE);
		expect(await store.exportPerson(ALICE)).toEqual(NOTHING);
		expect(await store.forgetBlocked(NOW + 1)).toEqual([]);
		await store.close();
		const next = await reopen();
		expect(await next.exportPerson(ALICE)).toEqual(NOTHING);
		expect(await next.exportPerson(BOB)).toEqual(filled(BOB));
		expect(await next.claimReminders(NOW, 100)).toEqual([{ ...reminder('aaaaaaa1', { personId: BOB }), tries: 0 }]);
	});

	test('a forgotten person’s votes stay counted, as nobody’s', async () => {
		const { store } = await open();
		await fill(store, ALICE);
		await store.forgetPerson(ALICE);
		expect(await store.listVotes()).toEqual([{ answer: 'check-data/povo', good: 1, steps: 0, links: 0, numbers: 0 }]);
	});

	test('a reminder in hand is forgotten too', async () => {
		const { store } = await open();
		await fill(store, ALICE);
		await store.claimReminders(NOW, 100);
		await store.forgetPerson(ALICE);
		expect(await store.claimReminders(NOW + 120_000, 100)).toEqual([]);
	});

	test('who blocked the bot before a time is forgotten, once; later ones and who came back are not', async () => {
		const { store, reopen } = await open();
		for (const person of [ALICE, BOB, CAROL]) {
			await fill(store, person);
			await store.markBlocked(person, NOW - 1);
		}
		await store.markBlocked(BOB, NOW);
		await store.markBlocked(CAROL, undefined);
		await store.close();
		const next = await reopen();
		expect(await next.forgetBlocked(NOW)).toEqual([ALICE]);
		expect(await next.forgetBlocked(NOW)).toEqual([]);
		expect(await next.exportPerson(ALICE)).toEqual(NOTHING);
		expect(await next.exportPerson(BOB)).toEqual(filled(BOB));
		expect(await next.exportPerson(CAROL)).toEqual(filled(CAROL));
		expect(await next.forgetBlocked(NOW + 1)).toEqual([BOB]);
		expect(await next.exportPerson(BOB)).toEqual(NOTHING);
	});

	test('taking back a block that was never known is right', async () => {
		const { store } = await open();
		await store.markBlocked(ALICE, undefined);
		expect(await store.forgetBlocked(NOW)).toEqual([]);
	});
}
