import pino from 'pino';
import { describe, expect, test } from 'vitest';
import { createRedisCounter } from '../../src/storage/redis/coordination.ts';
import { KEYS } from '../../src/storage/redis/keys.ts';
import { connect, LOCK, openTwo } from '../support/locks.ts';
import { isMissing } from '../support/programs.ts';
import { type RedisServer, startRedis, took, until } from '../support/redis.ts';

describe.skipIf(isMissing('redis-server'))('locks with a redis-server', () => {
	test('two processes do things under one key one after the other', async () => {
		const { locks, steps, doing, warnings } = await openTwo(await startRedis());
		const names = Array.from({ length: 10 }, (_, index) => String(index));
		await Promise.all(names.map((name, index) => locks[index % 2 === 0 ? 0 : 1]('5:1', doing(name, 10))));
		expect(steps).toHaveLength(20);
		for (let at = 0; at < 20; at += 2) {
			expect(steps[at + 1]).toBe(steps[at]?.replace('begins', 'ends'));
		}
		expect(warnings).toEqual([]);
	});

	test('things under different keys are done beside each other', async () => {
		const { locks, steps, doing } = await openTwo(await startRedis());
		await Promise.all([locks[0]('5:1', doing('one', 300)), locks[1]('5:2', doing('other', 300))]);
		expect(steps.slice(0, 2).sort()).toEqual(['one begins', 'other begins']);
	});

	test('a lock is released also when what was done failed, and the failure is passed on', async () => {
		const { locks, redis } = await openTwo(await startRedis());
		const failing = locks[0]('5:1', async () => {
			throw new Error('no such message');
		});
		await expect(failing).rejects.toThrow('no such message');
		await until(async () => (await redis.exists(LOCK)) === 0);
	});

	test('the lock of a killed process expires by itself', async () => {
		const { locks, redis, steps, doing, warnings } = await openTwo(await startRedis());
		await redis.set(LOCK, 'a process that was killed', 'PX', 300);
		expect(await took(() => locks[1]('5:1', doing('one', 1)))).toBeGreaterThan(200);
		expect(steps).toHaveLength(2);
		expect(warnings).toEqual([]);
	});

	test('a lock is held for ten seconds at most', async () => {
		const { locks, redis } = await openTwo(await startRedis());
		await locks[0]('5:1', async () => {
			expect(await redis.pttl(LOCK)).toBeGreaterThan(5000);
			expect(await redis.pttl(LOCK)).toBeLessThanOrEqual(10_000);
		});
	});

	test('who was too slow does not release the lock that is somebody else’s by now', async () => {
		const { locks, redis, doing } = await openTwo(await startRedis(), { lockMs: 100 });
		await locks[0]('5:1', async () => {
			await until(async () => (await redis.exists(LOCK)) === 0);
			await redis.set(LOCK, 'somebody else');
		});
		// On the same connection, so that it comes after the release.
		await locks[0]('5:2', doing('more', 1));
		expect(await redis.get(LOCK)).toBe('somebody else');
	});

	test('who waits too long goes on, says so, and leaves the lock to whoever has it', async () => {
		const { locks, redis, steps, doing, warnings } = await openTwo(await startRedis(), { maxWaitMs: 200 });
		await redis.set(LOCK, 'somebody else');
		await locks[1]('5:1', doing('one', 1));
		expect(steps).toEqual(['one begins', 'one ends']);
		expect(warnings).toEqual(['a lock was not free in time, going on without it']);
		expect(await redis.get(LOCK)).toBe('somebody else');
	});
});

const COUNTED = KEYS.counted('person5');

async function openCounter(server: RedisServer) {
	const redis = await connect(server);
	const warnings: string[] = [];
	const log = pino({ base: null }, { write: (line) => void warnings.push(JSON.parse(line).msg) });
	return { redis, counter: createRedisCounter(redis, log), warnings };
}

describe.skipIf(isMissing('redis-server'))('a counter with a redis-server', () => {
	test('two processes count together, each key for itself', async () => {
		const server = await startRedis();
		const [one, other] = [await openCounter(server), await openCounter(server)];
		expect(await one.counter.incr('person5')).toBe(1);
		expect(await other.counter.incr('person5')).toBe(2);
		expect(await one.counter.incr('person6')).toBe(1);
	});

	test('a count ends as was said', async () => {
		const { counter, redis } = await openCounter(await startRedis());
		await counter.incr('person5');
		expect(await counter.pexpire('person5', 30_000)).toBe(1);
		await counter.incr('person5');
		expect(await redis.pttl(COUNTED)).toBeGreaterThan(20_000);
		expect(await redis.pttl(COUNTED)).toBeLessThanOrEqual(30_000);
	});

	test('a process that was killed before it said how long locks nobody out', async () => {
		const { counter, redis } = await openCounter(await startRedis());
		await counter.incr('person5');
		expect(await redis.pttl(COUNTED)).toBeGreaterThan(0);
		// One that was left without an end, for whatever reason, gets it with the next.
		await redis.persist(COUNTED);
		expect(await counter.incr('person5')).toBe(2);
		expect(await redis.pttl(COUNTED)).toBeGreaterThan(0);
		expect(await redis.pttl(COUNTED)).toBeLessThanOrEqual(60_000);
	});

	test('while the server is gone everything is the first, which is said once, and counted again afterwards', async () => {
		const server = await startRedis();
		const { counter, warnings } = await openCounter(server);
		await counter.incr('person5');
		await server.kill();
		expect(await Promise.all([1, 2, 3].map(() => counter.incr('person5')))).toEqual([1, 1, 1]);
		expect(await counter.pexpire('person5', 1000)).toBe(0);
		expect(warnings).toEqual(['nothing can be counted, so nobody is held up']);
		await server.start();
		await until(async () => (await counter.incr('person5')) > 1);
	});
});
