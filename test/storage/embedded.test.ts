import { join } from 'node:path';
import Database from 'libsql';
import { expect, onTestFinished, test } from 'vitest';
import { openLibsqlStore } from '../../src/storage/libsql/index.ts';
import { migrate } from '../../src/storage/libsql/migrations.ts';
import type { Store } from '../../src/storage/store.ts';
import { reminder } from '../contract/reminders.ts';
import { temporaryFolder } from '../support/nokori.ts';

const ALICE = 5_000_000_001;
const NOW = Date.UTC(2026, 10, 20, 1);
const HOUR_IN_MS = 60 * 60 * 1000;

type Options = Parameters<typeof openLibsqlStore>[1];

function open(folder: string, options: Options = {}): Store {
	const store = openLibsqlStore(folder, options);
	onTestFinished(() => store.close());
	return store;
}

/** Looks into the file itself. */
function count(folder: string, table: string): number {
	const database = new Database(join(folder, 'nokori.db'));
	onTestFinished(() => void database.close());
	return (database.prepare(`SELECT count(*) AS rows FROM ${table}`).get() as { rows: number }).rows;
}

test('what a killed process had in hand is handed out again at once by the next, with its tries', async () => {
	const folder = temporaryFolder();
	const killed = open(folder);
	await killed.saveReminder(reminder('aaaaaaa1'));
	await killed.claimReminders(NOW, 100);
	expect(await open(folder).claimReminders(NOW, 100)).toEqual([{ ...reminder('aaaaaaa1'), tries: 1 }]);
});

test('who only looks takes nothing out of the bot’s hand', async () => {
	const folder = temporaryFolder();
	const bot = open(folder);
	await bot.saveReminder(reminder('aaaaaaa1'));
	await bot.claimReminders(NOW, 100);
	open(folder, { readOnly: true });
	expect(await bot.claimReminders(NOW, 100)).toEqual([]);
});

test('a file of the first version keeps what it holds', async () => {
	const folder = temporaryFolder();
	const database = new Database(join(folder, 'nokori.db'));
	database.exec(`CREATE TABLE person (id INTEGER PRIMARY KEY, locale TEXT NOT NULL) STRICT;
		INSERT INTO person VALUES (${ALICE}, 'ja'); PRAGMA user_version = 1`);
	database.close();
	const store = open(folder);
	expect(await store.readPerson(ALICE)).toEqual({ locale: 'ja' });
	await store.saveReminder(reminder('aaaaaaa1', { personId: ALICE }));
	expect(await store.listReminders(ALICE)).toHaveLength(1);
});

test('a vote from before it was noted which one stays counted, and nothing is added to it', async () => {
	const folder = temporaryFolder();
	const database = new Database(join(folder, 'nokori.db'));
	migrate(database, 9);
	database.exec(`INSERT INTO voter (person, answer, month) VALUES (${ALICE}, 'renew/povo', '2026-11');
		INSERT INTO vote VALUES ('renew/povo', 'good', 1)`);
	database.close();
	const store = open(folder);
	expect(await store.vote('renew/povo', ALICE, '2026-11', 'links')).toBe('same');
	expect(await store.vote('renew/povo', ALICE, '2026-11', 'good')).toBe('same');
	expect(await store.vote('renew/povo', ALICE + 1, '2026-11', 'links')).toBe('counted');
	expect(await store.vote('renew/povo', ALICE, '2026-12', 'links')).toBe('counted');
	expect(await store.vote('renew/povo', ALICE, '2026-12', 'steps')).toBe('replaced');
	expect(await store.listVotes()).toEqual([{ answer: 'renew/povo', good: 1, steps: 1, links: 1, numbers: 0 }]);
	expect((await store.exportPerson(ALICE)).votes).toEqual(['renew/povo 2026-11', 'renew/povo 2026-12']);
});

test('no count falls below none', async () => {
	const folder = temporaryFolder();
	const store = open(folder);
	await store.vote('renew/povo', ALICE, '2026-11', 'good');
	const database = new Database(join(folder, 'nokori.db'));
	database.exec('UPDATE vote SET times = 0');
	database.close();
	expect(await store.vote('renew/povo', ALICE, '2026-11', 'links')).toBe('replaced');
	expect(await store.listVotes()).toEqual([{ answer: 'renew/povo', good: 0, steps: 0, links: 1, numbers: 0 }]);
});

test('an update is seen for two days, and forgotten when the numbers are swept out after them', async () => {
	const folder = temporaryFolder();
	await open(folder).markSeen(1, NOW);
	const next = open(folder);
	await next.markSeen(2, NOW + 48 * HOUR_IN_MS - 1);
	expect(await next.isSeen(1)).toBe(true);
	const last = open(folder);
	await last.markSeen(3, NOW + 48 * HOUR_IN_MS);
	expect(await last.isSeen(1)).toBe(false);
	expect(await last.isSeen(2)).toBe(true);
});

test('the numbers of old updates are swept out now and then, also by a bot that is started often', async () => {
	const folder = temporaryFolder();
	const store = open(folder);
	for (let id = 0; id < 3000; id++) {
		await store.markSeen(id, NOW);
	}
	expect(count(folder, 'seen')).toBe(3000);
	for (let id = 3000; id < 3999; id++) {
		await store.markSeen(id, NOW + 49 * HOUR_IN_MS);
	}
	expect(count(folder, 'seen')).toBe(3999 - 2000);
	await store.close();
	await open(folder).markSeen(4000, NOW + 49 * HOUR_IN_MS);
	expect(count(folder, 'seen')).toBe(4000 - 3000);
});

test('who voted is forgotten after two months, what was voted is not', async () => {
	const folder = temporaryFolder();
	const store = open(folder);
	await store.vote('renew/povo', ALICE, '2026-11', 'good');
	await store.vote('renew/povo', ALICE, '2026-12', 'good');
	await store.vote('renew/povo', ALICE, '2027-01', 'good');
	expect(count(folder, 'voter')).toBe(3);
	await store.vote('renew/povo', ALICE + 1, '2027-02', 'links');
	expect((await store.exportPerson(ALICE)).votes).toEqual(['renew/povo 2026-12', 'renew/povo 2027-01']);
	expect(await store.listVotes()).toEqual([{ answer: 'renew/povo', good: 3, steps: 0, links: 1, numbers: 0 }]);
});
