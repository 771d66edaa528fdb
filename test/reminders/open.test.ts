import { Redis } from 'ioredis';
import pino from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openReminderQueue } from '../../src/reminders/open.ts';
import { openPersistence } from '../../src/storage/open.ts';
import { isMissing } from '../support/programs.ts';
import { startRedis, until } from '../support/redis.ts';

const log = pino({ level: 'silent' });

describe.skipIf(isMissing('redis-server'))('with a redis-server', () => {
	test('stopping the queue and closing the store ends every connection', async () => {
		const { url } = await startRedis();
		const redis = new Redis(url);
		onTestFinished(() => redis.disconnect());
		const clients = async (): Promise<number> =>
			String(await redis.client('LIST'))
				.trim()
				.split('\n').length;
		expect(await clients()).toBe(1);
		const { store, coordination } = await openPersistence({ dataDir: '', redisUrl: url }, log);
		const queue = await openReminderQueue({ redisUrl: url, store, log, now: Date.now });
		queue.start(async () => undefined);
		await coordination.withLock('5:1', async () => undefined);
		expect(await coordination.counter?.incr('person5')).toBe(1);
		expect(await clients()).toBeGreaterThan(1);
		await queue.stop();
		await store.close();
		await until(async () => (await clients()) === 1);
	});
});
