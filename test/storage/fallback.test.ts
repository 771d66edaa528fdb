import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { brokenStore, withFallbacks } from '../../src/storage/fallback.ts';
import { openLibsqlStore } from '../../src/storage/libsql/index.ts';
import type { Store } from '../../src/storage/store.ts';
import { reminder } from '../contract/reminders.ts';
import { temporaryFolder } from '../support/nokori.ts';

const ALICE = 5_000_000_001;
const NO_GROUP_SETTINGS = { short: true, greeting: true, deleteAfter: 0 };

/** Everything that a person asks for, which is to fail where it cannot be done. */
const CHANGES: readonly ((store: Store) => Promise<unknown>)[] = [
	(store) => store.changePerson(ALICE, { rich: true }),
	(store) => store.changeGroup(-5, { short: true }),
	(store) => store.saveReminder(reminder('aaaaaaa1')),
	(store) => store.removeReminder(ALICE, 'aaaaaaa1'),
	(store) => store.vote('renew/povo', ALICE, '2026-11', 'good'),
	(store) => store.forgetPerson(ALICE),
];

/** What happens when somebody merely asks a question, and in the background. */
const QUESTIONS: readonly ((store: Store) => Promise<unknown>)[] = [
	(store) => store.readPerson(ALICE),
	(store) => store.readGroup(-5),
	(store) => store.claimUpdate(1, 0),
	(store) => store.claimReminders(0, 10),
	(store) => store.addDeletion({ chatId: -5, messageIds: [1], due: 0 }),
];

/** A store that fails from now on, with fallbacks, and the lines of its log. */
function openFailing(): { store: Store; lines: string[]; at: (now: number) => void } {
	const store = openLibsqlStore(temporaryFolder());
	const lines: string[] = [];
	let now = 0;
	const log = pino({ base: null }, { write: (line) => void lines.push(line) });
	void store.close();
	return { store: withFallbacks(store, log, () => now), lines, at: (time) => (now = time) };
}

test('where the store fails, questions are answered as if nothing was kept', async () => {
	const { store } = openFailing();
	expect(await store.readPerson(ALICE)).toEqual({});
	expect(await store.readGroup(-5)).toEqual(NO_GROUP_SETTINGS);
	expect(await store.isSeen(1)).toBe(false);
	expect(await store.claimUpdate(1, 0)).toBe(true);
	expect(await store.listDeletions(0, 10)).toEqual([]);
	expect(await store.claimReminders(0, 10)).toEqual([]);
	await store.markSeen(1, 0);
	await store.countUnanswered('saldo?', '2026-11-20');
	await store.addDeletion({ chatId: -5, messageIds: [1], due: 0 });
	await store.moveGroup(-5, -6);
	await store.markBlocked(ALICE, 0);
	expect(await store.forgetBlocked(0)).toEqual([]);
});

test('where the store fails, what a person asks to have changed fails', async () => {
	const { store } = openFailing();
	for (const change of CHANGES) {
		await expect(change(store)).rejects.toBeInstanceOf(StoreError);
	}
});

test('where the store fails, nobody is told that they have nothing', async () => {
	const { store } = openFailing();
	await expect(store.listReminders(ALICE)).rejects.toBeInstanceOf(StoreError);
	await expect(store.exportPerson(ALICE)).rejects.toBeInstanceOf(StoreError);
	await expect(store.listVotes()).rejects.toBeInstanceOf(StoreError);
	await expect(store.listUnanswered(1)).rejects.toBeInstanceOf(StoreError);
});

test('the log says once a minute that the store fails, and why', async () => {
	const { store, lines, at } = openFailing();
	await Promise.all([1, 2, 3].map((id) => store.isSeen(id)));
	at(59_999);
	await store.readPerson(ALICE);
	expect(lines).toHaveLength(1);
	expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 40, method: 'isSeen', err: { type: 'StoreError' } });
	at(60_000);
	await store.readPerson(ALICE);
	expect(lines).toHaveLength(2);
});

test('a clock that was set back does not silence the log for as long', async () => {
	const { store, lines, at } = openFailing();
	at(3_600_000);
	await store.isSeen(1);
	at(0);
	await store.isSeen(1);
	expect(lines).toHaveLength(2);
});

test('a store that works is not changed by its fallbacks', async () => {
	const inner = openLibsqlStore(temporaryFolder());
	onTestFinished(() => inner.close());
	const store = withFallbacks(inner, pino({ level: 'silent' }));
	await store.changePerson(ALICE, { locale: 'ja' });
	await store.markSeen(1, 0);
	expect(await store.readPerson(ALICE)).toEqual({ locale: 'ja' });
	expect(await store.isSeen(1)).toBe(true);
	expect(await store.claimUpdate(1, 0)).toBe(false);
});

test('every method of a broken store throws its reason, and closing it is right', async () => {
	const store = brokenStore('the file is damaged: repair it.');
	const reason = new StoreError('the file is damaged: repair it.');
	expect(store.broken).toBe('the file is damaged: repair it.');
	for (const call of [...CHANGES, ...QUESTIONS]) {
		await expect(call(store)).rejects.toThrow(reason);
	}
	await store.close();
});

test('a broken store with fallbacks reads as an empty one and refuses changes with its reason', async () => {
	const { store, lines } = openBroken('the file is damaged: repair it.');
	expect(store.broken).toBe('the file is damaged: repair it.');
	expect(await store.readPerson(ALICE)).toEqual({});
	expect(await store.readGroup(-5)).toEqual(NO_GROUP_SETTINGS);
	await store.markSeen(1, 0);
	expect(await store.isSeen(1)).toBe(false);
	expect(await store.claimUpdate(1, 0)).toBe(true);
	expect(await store.claimReminders(0, 10)).toEqual([]);
	await expect(store.exportPerson(ALICE)).rejects.toThrow(StoreError);
	for (const change of CHANGES) {
		await expect(change(store)).rejects.toThrow(new StoreError('the file is damaged: repair it.'));
	}
	await store.close();
	// Who opened it has said so already.
	expect(lines).toEqual([]);
});

test('fallbacks do not hide that a store is broken', () => {
	expect(openBroken('damaged').store.broken).toBe('damaged');
});

function openBroken(reason: string): { store: Store; lines: string[] } {
	const lines: string[] = [];
	const log = pino({ base: null }, { write: (line) => void lines.push(line) });
	return { store: withFallbacks(brokenStore(reason), log), lines };
}
