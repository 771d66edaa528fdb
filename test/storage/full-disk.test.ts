import type Database from 'libsql';
import { expect, onTestFinished, test } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { openDatabase } from '../../src/storage/libsql/database.ts';
import { createLibsqlStore } from '../../src/storage/libsql/index.ts';
import type { Store } from '../../src/storage/store.ts';
import { reminder } from '../contract/reminders.ts';
import { temporaryFolder } from '../support/nokori.ts';

const ALICE = 5_000_000_001;
const NOW = Date.UTC(2026, 10, 20, 1);

function open(): { store: Store; database: Database.Database; folder: string } {
	const folder = temporaryFolder();
	const database = openDatabase(folder);
	const store = createLibsqlStore(database, folder);
	onTestFinished(() => store.close());
	return { store, database, folder };
}

/** From now on the file may not grow any more. */
function fillDisk(database: Database.Database): void {
	database.pragma('max_page_count = 1');
}

/** Saves until it fails. @returns the ids that were kept, and the failure */
async function saveUntilFull(store: Store): Promise<{ kept: string[]; failure: unknown }> {
	const kept: string[] = [];
	for (let n = 0; n < 1000; n++) {
		const one = reminder(`aaaa${1000 + n}`, { personId: ALICE, label: 'x'.repeat(1000) });
		const failure = await store.saveReminder(one).catch((error: unknown) => error);
		if (failure) {
			return { kept, failure };
		}
		kept.push(one.id);
	}
	throw new Error('the disk is not full');
}

test('a full disk refuses with the folder, the reason and the remedy, and loses nothing', async () => {
	const { store, database, folder } = open();
	await store.saveReminder(reminder('aaaaaaa1', { personId: ALICE }));
	fillDisk(database);
	const { kept, failure } = await saveUntilFull(store);
	expect(failure).toBeInstanceOf(StoreError);
	expect((failure as StoreError).message).toBe(
		`DATA_DIR is "${folder}", where nokori.db failed (SQLITE_FULL: database or disk is full): make room on the disk.`,
	);
	expect((failure as StoreError).cause).toMatchObject({ code: 'SQLITE_FULL' });
	const ids = (await store.listReminders(ALICE)).map(({ id }) => id);
	expect(ids.sort()).toEqual([...kept, 'aaaaaaa1'].sort());
});

test('on a full disk what is due is still handed out, and a person can still be forgotten', async () => {
	const { store, database } = open();
	fillDisk(database);
	const { kept } = await saveUntilFull(store);
	expect(await store.claimReminders(NOW, 1000)).toHaveLength(kept.length);
	await store.forgetPerson(ALICE);
	expect(await store.listReminders(ALICE)).toEqual([]);
});

test('a transaction that finds the disk full is taken back whole', async () => {
	const { store, database } = open();
	fillDisk(database);
	await saveUntilFull(store);
	const votes = Array.from({ length: 500 }, (_, n) => store.vote(`${'long '.repeat(50)}${n}`, n, '2026-11', 'good'));
	const outcomes = await Promise.allSettled(votes);
	expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
	expect(await store.listVotes()).toHaveLength(outcomes.filter(({ status }) => status === 'fulfilled').length);
	expect(database.inTransaction).toBe(false);
});

test('with room again it goes on', async () => {
	const { store, database } = open();
	fillDisk(database);
	await saveUntilFull(store);
	database.pragma('max_page_count = 100000');
	await store.saveReminder(reminder('bbbbbbb1', { personId: ALICE, label: 'x'.repeat(100_000) }));
	expect((await store.listReminders(ALICE)).at(-1)?.id).toBe('bbbbbbb1');
});

test('a file that may only be read is still read, and a change says so', async () => {
	const { store, database } = open();
	await store.changePerson(ALICE, { rich: true });
	database.pragma('query_only = ON');
	expect(await store.readPerson(ALICE)).toEqual({ rich: true });
	await expect(store.changePerson(ALICE, { rich: false })).rejects.toThrow(/SQLITE_READONLY.*this user may write/);
});
