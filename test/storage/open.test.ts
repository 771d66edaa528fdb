import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { openPersistence } from '../../src/storage/open.ts';
import { temporaryFolder } from '../support/nokori.ts';

const log = pino({ level: 'silent' });

test('one process with a file shares with nobody: things are done at once, and nothing counts for others', async () => {
	const { store, coordination } = await openPersistence({ dataDir: temporaryFolder() }, log);
	onTestFinished(() => store.close());
	expect(coordination.counter).toBeUndefined();
	const steps: string[] = [];
	// Where there were locks, the inner one would wait for the outer one.
	await coordination.withLock('5:1', () => coordination.withLock('5:1', async () => void steps.push('done')));
	expect(steps).toEqual(['done']);
});

test('a damaged file is reported once, and questions are answered without a store', async () => {
	const folder = temporaryFolder();
	writeFileSync(join(folder, 'nokori.db'), 'no database at all\n'.repeat(300));
	const lines: string[] = [];
	const { store } = await openPersistence({ dataDir: folder }, pino({}, { write: (line) => void lines.push(line) }));
	expect(store.broken).toContain('DATA_DIR');
	expect(await store.readPerson(1)).toEqual({});
	expect(await store.claimReminders(0, 1)).toEqual([]);
	await expect(store.changePerson(1, { rich: true })).rejects.toThrow(store.broken);
	expect(lines).toHaveLength(1);
});
