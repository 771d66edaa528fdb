import { Redis } from 'ioredis';
import pino from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openMemory } from '../../src/storage/open.ts';
import { temporaryFolder } from '../support/nokori.ts';
import { isMissing } from '../support/programs.ts';
import { startRedis, until } from '../support/redis.ts';

const log = pino({ level: 'silent' });

test('one process with a file shares with nobody: things are done at once, and nothing counts for others', async () => {
	const { store, queue, coordination } = await openMemory({ dataDir: temporaryFolder() }, log);
	expect(coordination.counter).toBeUndefined();
	const steps: string[] = [];
	// Where there were locks, the inner one would wait for the outer one.
	await coordination.withLock('5:1', () => coordination.withLock('5:1', async () => void steps.push('done')));
	expect(steps).toEqual(['done']);
	await queue.stop();
	await store.close();
});

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
		const { store, queue, coordination } = await openMemory({ dataDir: '', redisUrl: url }, log);
		queue.start(async () => undefined);
		await coordination.withLock('5:1', async () => undefined);
		expect(await coordination.counter?.incr('person5')).toBe(1);
		expect(await clients()).toBeGreaterThan(1);
		await queue.stop();
		await store.close();
		await until(async () => (await clients()) === 1);
	});
});
