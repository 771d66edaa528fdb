import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { openLibsqlStore } from '../../src/storage/libsql/index.ts';
import { reminder } from '../contract/reminders.ts';
import { temporaryFolder } from '../support/nokori.ts';

const ALICE = 5_000_000_001;
const QUARANTINED = 'nokori.db.broken-2026-11-20';

function open(folder: string) {
	const store = openLibsqlStore(folder, { today: () => '2026-11-20' });
	onTestFinished(() => store.close());
	return store;
}

/** A folder with a database that holds something, and nothing beside it. */
async function filledFolder(): Promise<{ folder: string; file: string }> {
	const folder = temporaryFolder();
	const store = open(folder);
	for (let n = 0; n < 200; n++) {
		await store.saveReminder(reminder(`aaaaa${n}`, { personId: ALICE, label: 'x'.repeat(200) }));
	}
	await store.close();
	const file = join(folder, 'nokori.db');
	return { folder, file };
}

/** Writes what is no page of a database over all but the head of the file. */
function scribble(file: string, keep: number): void {
	const bytes = readFileSync(file);
	writeFileSync(file, bytes.fill(0xa5, keep));
}

test('a file that is no database is quarantined as it is, and nothing is kept', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'nokori.db'), 'no database at all\n'.repeat(300));
	const store = open(folder);
	expect(store.broken).toContain('DATA_DIR');
	expect(store.broken).toContain(join(folder, QUARANTINED));
	expect(readFileSync(join(folder, QUARANTINED), 'utf8')).toBe('no database at all\n'.repeat(300));
	expect(existsSync(join(folder, 'nokori.db'))).toBe(false);
	await expect(store.readPerson(ALICE)).rejects.toThrow(store.broken);
	await expect(store.changePerson(ALICE, { rich: true })).rejects.toThrow(store.broken);
});

test('a database with damaged pages is quarantined, and the next start makes a new one', async () => {
	const { folder, file } = await filledFolder();
	scribble(file, 4096);
	expect(open(folder).broken).toMatch(/damaged/);
	expect(readdirSync(folder)).toContain(QUARANTINED);
	const next = open(folder);
	expect(next.broken).toBeUndefined();
	await next.changePerson(ALICE, { rich: true });
	expect(await next.readPerson(ALICE)).toEqual({ rich: true });
});

test('a database that was cut off is quarantined with what SQLite laid beside it', async () => {
	const { folder, file } = await filledFolder();
	truncateSync(file, 8192);
	expect(open(folder).broken).toBeDefined();
	expect(readdirSync(folder).filter((name) => name.startsWith('nokori.db') && !name.startsWith(QUARANTINED))).toEqual(
		[],
	);
});

test('a second damaged file of a day does not take the place of the first', () => {
	const folder = temporaryFolder();
	for (const text of ['first', 'second', 'third']) {
		writeFileSync(join(folder, 'nokori.db'), text.repeat(300));
		open(folder);
	}
	expect(readdirSync(folder).sort()).toEqual([QUARANTINED, `${QUARANTINED}-2`, `${QUARANTINED}-3`]);
	expect(readFileSync(join(folder, `${QUARANTINED}-3`), 'utf8')).toContain('third');
});

test('after closing, the one file holds everything', async () => {
	const { file } = await filledFolder();
	const copy = temporaryFolder();
	writeFileSync(join(copy, 'nokori.db'), readFileSync(file));
	expect(await open(copy).listReminders(ALICE)).toHaveLength(200);
});

test('an empty file is a new database', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'nokori.db'), '');
	expect(open(folder).broken).toBeUndefined();
});

test('a damaged file stays in its place where somebody only looks', () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'nokori.db'), 'no database at all\n'.repeat(300));
	expect(() => openLibsqlStore(folder, { readOnly: true })).toThrow(StoreError);
	expect(readdirSync(folder)).toEqual(['nokori.db']);
});
