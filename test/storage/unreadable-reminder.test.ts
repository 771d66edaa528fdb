import { join } from 'node:path';
import { Redis } from 'ioredis';
import Database from 'libsql';
import pino from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLibsqlStore } from '../../src/storage/libsql/index.ts';
import { openRedisStore } from '../../src/storage/redis/index.ts';
import { KEYS } from '../../src/storage/redis/keys.ts';
import type { Store } from '../../src/storage/store.ts';
import { reminder } from '../contract/reminders.ts';
import { temporaryFolder } from '../support/nokori.ts';
import { isMissing } from '../support/programs.ts';
import { startRedis } from '../support/redis.ts';

const [ALICE, BOB] = [5_000_000_001, 5_000_000_002];
const BROKEN = ['{"id":"aaaaaaa1",', 'null', '[]', '{"id":7}', ''] as const;

/** A store whose lines of the log are kept, and a way to break a person's reminder behind its back. */
type Opened = { store: Store; lines: string[]; break_: (json: string) => Promise<void> };

function createLines() {
	const lines: string[] = [];
	return { lines, log: pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) }) };
}

async function openFile(): Promise<Opened> {
	const { lines, log } = createLines();
	const folder = temporaryFolder();
	const store = openLibsqlStore(folder, { log });
	onTestFinished(() => store.close());
	const break_ = async (json: string): Promise<void> => {
		const database = new Database(join(folder, 'nokori.db'));
		database.prepare('UPDATE reminder SET reminder = ? WHERE person = ?').run(json, ALICE);
		database.close();
	};
	return { store, lines, break_ };
}

async function openServer(): Promise<Opened> {
	const { lines, log } = createLines();
	const { url } = await startRedis();
	const store = await openRedisStore(url, { log });
	const redis = new Redis(url);
	onTestFinished(async () => {
		redis.disconnect();
		await store.close();
	});
	return { store, lines, break_: async (json) => void (await redis.hset(KEYS.reminders(ALICE), 'aaaaaaa1', json)) };
}

describe.each([
	['a file', openFile, false],
	['Redis', openServer, isMissing('redis-server')],
])('in %s', (_name, open, isLeftOut) => {
	test.skipIf(isLeftOut).each(BROKEN)('a reminder that reads %j stops nobody else’s, and is told', async (json) => {
		const { store, lines, break_ } = await open();
		await store.saveReminder(reminder('aaaaaaa1', { personId: ALICE, due: 1000 }));
		await store.saveReminder(reminder('bbbbbbb1', { personId: BOB, due: 1000 }));
		await break_(json);
		expect((await store.claimReminders(2000, 100)).map(({ id }) => id)).toEqual(['bbbbbbb1']);
		expect(lines.map((line) => JSON.parse(line))).toMatchObject([
			{ reminder: 'aaaaaaa1', msg: 'a reminder cannot be read and is not sent' },
		]);
		expect(await store.listReminders(ALICE)).toEqual([]);
		expect(await store.claimReminders(9_000_000, 100)).toMatchObject([{ id: 'bbbbbbb1' }]);
		expect(lines).toHaveLength(1);
	});
});
