import { expect, test } from 'vitest';
import type { Reminder } from '../../src/storage/reminder.ts';
import type { Store } from '../../src/storage/store.ts';
import type { Open } from './store.ts';

const ALICE = 2 ** 52 - 1;
const BOB = 5_000_000_001;
const NOW = Date.UTC(2026, 10, 20, 1);
const MINUTE_IN_MS = 60_000;

/** A reminder with nothing but what every one has; everything else can be given. */
export function reminder(id: string, given: Partial<Reminder> = {}): Reminder {
	return {
		id,
		personId: ALICE,
		from: '2026-06-01',
		ends: '2026-11-28',
		timeZone: 'Asia/Tokyo',
		locale: 'ja',
		due: NOW,
		...given,
	};
}

/** Without a due time: nothing is left to tell. */
function over(id: string, given: Partial<Reminder> = {}): Reminder {
	const { due, ...rest } = reminder(id, given);
	return rest;
}

async function saveAll(store: Store, reminders: readonly Reminder[]): Promise<void> {
	await Promise.all(reminders.map((one) => store.saveReminder(one)));
}

async function claimIds(store: Store, now: number, limit = 100): Promise<string[]> {
	return (await store.claimReminders(now, limit)).map(({ id }) => id);
}

export function describeReminders(open: Open): void {
	test('a reminder is kept with all that it has, over a restart', async () => {
		const { store, reopen } = await open();
		const full = reminder('aaaaaaa1', {
			carrier: 'povo',
			form: 'esim',
			label: '妈妈’s "phone" 📱\n',
			rule: 'keep-number',
		});
		await saveAll(store, [full]);
		await store.close();
		expect(await (await reopen()).listReminders(ALICE)).toEqual([full]);
	});

	test('a person’s reminders are listed by when they are due, those without a notice last', async () => {
		const { store } = await open();
		const later = reminder('aaaaaaa1', { due: NOW + 2 });
		const none = over('aaaaaaa2');
		const sooner = reminder('aaaaaaa3', { due: NOW + 1 });
		await saveAll(store, [later, none, sooner, reminder('aaaaaaa4', { personId: BOB })]);
		expect(await store.listReminders(ALICE)).toEqual([sooner, later, none]);
		expect(await store.listReminders(1)).toEqual([]);
	});

	test('saving again replaces, and what is left out is gone', async () => {
		const { store } = await open();
		await store.saveReminder(reminder('aaaaaaa1', { label: 'old', carrier: 'povo' }));
		const changed = reminder('aaaaaaa1', { label: 'new', due: NOW + 5 });
		await store.saveReminder(changed);
		expect(await store.listReminders(ALICE)).toEqual([changed]);
	});

	test('removing takes that one of that person, and is right where there is none', async () => {
		const { store } = await open();
		const bobs = reminder('aaaaaaa1', { personId: BOB });
		await saveAll(store, [reminder('aaaaaaa1'), reminder('aaaaaaa2'), bobs]);
		await store.removeReminder(ALICE, 'aaaaaaa1');
		await store.removeReminder(ALICE, 'aaaaaaa1');
		expect(await store.listReminders(ALICE)).toEqual([reminder('aaaaaaa2')]);
		expect(await store.listReminders(BOB)).toEqual([bobs]);
		expect(await claimIds(store, NOW)).toEqual(['aaaaaaa1', 'aaaaaaa2']);
	});
}

export function describeClaims(open: Open): void {
	test('nothing is handed out before it is due, and nothing that has no notice left', async () => {
		const { store } = await open();
		await saveAll(store, [reminder('aaaaaaa1'), over('aaaaaaa2')]);
		expect(await store.claimReminders(NOW - 1, 100)).toEqual([]);
		expect(await store.claimReminders(NOW, 100)).toEqual([{ ...reminder('aaaaaaa1'), tries: 0 }]);
	});

	test('due reminders come by person and time, all of a person’s at once', async () => {
		const { store } = await open();
		await saveAll(store, [
			reminder('aaaaaaa1', { due: NOW - 1 }),
			reminder('aaaaaaa2', { due: NOW - 3 }),
			reminder('aaaaaaa3', { due: NOW + 1 }),
			reminder('bbbbbbb1', { personId: BOB, due: NOW - 2 }),
			reminder('bbbbbbb2', { personId: BOB, due: NOW - 4 }),
		]);
		expect(await claimIds(store, NOW)).toEqual(['bbbbbbb2', 'bbbbbbb1', 'aaaaaaa2', 'aaaaaaa1']);
		expect(await claimIds(store, NOW + 1)).toEqual(['aaaaaaa3']);
	});

	test('all of a person’s come even where fewer are wanted, and the others wait', async () => {
		const { store } = await open();
		await saveAll(store, [
			...[1, 2, 3].map((n) => reminder(`aaaaaaa${n}`, { due: NOW - 10 + n })),
			reminder('bbbbbbb1', { personId: BOB }),
		]);
		expect(await claimIds(store, NOW, 1)).toEqual(['aaaaaaa1', 'aaaaaaa2', 'aaaaaaa3']);
		expect(await claimIds(store, NOW, 1)).toEqual(['bbbbbbb1']);
		expect(await claimIds(store, NOW, 1)).toEqual([]);
	});

	test('one person’s can be had alone, all that are due and nobody has in hand', async () => {
		const { store } = await open();
		await saveAll(store, [
			reminder('aaaaaaa1'),
			reminder('aaaaaaa2', { due: NOW - 1 }),
			reminder('aaaaaaa3', { due: NOW + 1 }),
			reminder('bbbbbbb1', { personId: BOB, due: NOW - 2 }),
		]);
		const ids = async (personId: number) => (await store.claimReminders(NOW, 1, personId)).map(({ id }) => id);
		expect(await ids(1)).toEqual([]);
		expect(await ids(ALICE)).toEqual(['aaaaaaa2', 'aaaaaaa1']);
		expect(await ids(ALICE)).toEqual([]);
		expect(await claimIds(store, NOW)).toEqual(['bbbbbbb1']);
		expect(await ids(BOB)).toEqual([]);
	});

	test('what is in hand for a minute is handed out again, with how often it was', async () => {
		const { store } = await open();
		await store.saveReminder(reminder('aaaaaaa1'));
		const triesAt = async (now: number) => (await store.claimReminders(now, 100)).map(({ tries }) => tries);
		expect(await triesAt(NOW)).toEqual([0]);
		expect(await triesAt(NOW + MINUTE_IN_MS - 1)).toEqual([]);
		expect(await triesAt(NOW + MINUTE_IN_MS + 1)).toEqual([1]);
		expect(await triesAt(NOW + MINUTE_IN_MS + 2)).toEqual([]);
		expect(await triesAt(NOW + 3 * MINUTE_IN_MS)).toEqual([2]);
	});

	test('what was saved is nobody’s in hand, and its next notice starts anew', async () => {
		const { store } = await open();
		await store.saveReminder(reminder('aaaaaaa1'));
		await store.claimReminders(NOW, 100);
		await store.claimReminders(NOW + 2 * MINUTE_IN_MS, 100);
		const next = reminder('aaaaaaa1', { due: NOW + 2 * MINUTE_IN_MS + 1 });
		await store.saveReminder(next);
		expect(await store.claimReminders(NOW + 2 * MINUTE_IN_MS, 100)).toEqual([]);
		expect(await store.claimReminders(NOW + 2 * MINUTE_IN_MS + 1, 100)).toEqual([{ ...next, tries: 0 }]);
	});

	test('what was saved without a next notice, or removed while in hand, never comes again', async () => {
		const { store } = await open();
		await saveAll(store, [reminder('aaaaaaa1'), reminder('aaaaaaa2')]);
		await store.claimReminders(NOW, 100);
		await store.saveReminder(over('aaaaaaa1'));
		await store.removeReminder(ALICE, 'aaaaaaa2');
		expect(await claimIds(store, NOW + 10 * MINUTE_IN_MS)).toEqual([]);
		expect(await store.listReminders(ALICE)).toEqual([over('aaaaaaa1')]);
	});

	test('what a killed process had in hand comes again after a minute at the latest', async () => {
		const { store, reopen } = await open();
		await store.saveReminder(reminder('aaaaaaa1'));
		await store.claimReminders(NOW, 100);
		const next = await reopen();
		expect(await next.claimReminders(NOW + MINUTE_IN_MS + 1, 100)).toEqual([{ ...reminder('aaaaaaa1'), tries: 1 }]);
	});

	test('two processes share 2,000 due reminders: none is missing, none comes twice, nobody’s are parted', async () => {
		const { store, reopen } = await open();
		const all = Array.from({ length: 2000 }, (_, n) =>
			reminder(String(n).padStart(8, '0'), { personId: (n * 7919) % 600, due: NOW - ((n * 31) % 997) }),
		);
		await saveAll(store, all);
		// Before anything is in hand: the start of a process may take all for killed ones'.
		const other = await reopen();
		const [mine, others] = await Promise.all([claimAll(store), claimAll(other)]);
		const ids = [...mine, ...others].map(({ id }) => id).sort();
		expect(ids).toEqual(all.map(({ id }) => id));
		const owners = new Set(mine.map(({ personId }) => personId));
		expect(others.filter(({ personId }) => owners.has(personId))).toEqual([]);
	});
}

/** Takes a hundred at a time until there is nothing left. */
async function claimAll(store: Store): Promise<Reminder[]> {
	const batch = await store.claimReminders(NOW, 100);
	return batch.length === 0 ? [] : [...batch, ...(await claimAll(store))];
}
