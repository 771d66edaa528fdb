import { describe, expect, onTestFinished, test } from 'vitest';
import { openLibsqlStore } from '../../../src/storage/libsql/index.ts';
import { openRedisStore } from '../../../src/storage/redis/index.ts';
import { reminder } from '../../contract/reminders.ts';
import { temporaryFolder } from '../../support/nokori.ts';
import { isMissing } from '../../support/programs.ts';
import { startRedis, took } from '../../support/redis.ts';

const NOW = Date.UTC(2026, 10, 20, 1);

test('10,000 due reminders are handed out in batches of 100 within two seconds, none of them twice', async () => {
	const store = openLibsqlStore(temporaryFolder());
	onTestFinished(() => store.close());
	for (let n = 0; n < 10_000; n++) {
		await store.saveReminder(reminder(String(n).padStart(8, '0'), { personId: (n * 7919) % 9000, due: NOW - n }));
	}
	const ids = new Set<string>();
	let handedOut = 0;
	const started = performance.now();
	for (
		let batch = await store.claimReminders(NOW, 100);
		batch.length > 0;
		batch = await store.claimReminders(NOW, 100)
	) {
		handedOut += batch.length;
		for (const { id } of batch) {
			ids.add(id);
		}
	}
	expect(performance.now() - started).toBeLessThan(2000);
	expect([handedOut, ids.size]).toEqual([10_000, 10_000]);
});

describe.skipIf(isMissing('redis-server'))('with a redis-server', () => {
	test('10,000 due reminders are taken within two seconds', async () => {
		const store = await openRedisStore((await startRedis()).url);
		onTestFinished(() => store.close());
		const all = Array.from({ length: 10_000 }, (_, n) => reminder(`r${n}`, { personId: n % 5000, due: NOW - n }));
		for (let from = 0; from < all.length; from += 500) {
			await Promise.all(all.slice(from, from + 500).map((one) => store.saveReminder(one)));
		}
		const taken = new Set<string>();
		const ms = await took(async () => {
			for (let batch = await store.claimReminders(NOW, 100); batch.length > 0; ) {
				batch.forEach(({ id }) => void taken.add(id));
				batch = await store.claimReminders(NOW, 100);
			}
		});
		expect(taken.size).toBe(10_000);
		expect(ms).toBeLessThan(2000);
	});
});
