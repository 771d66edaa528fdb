import type { Redis } from 'ioredis';
import pino from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { connectOnce, createConnection, FAIL_FAST } from '../../src/storage/redis/connect.ts';
import { createCounter } from '../../src/storage/redis/coordination.ts';
import { isMissing } from '../support/programs.ts';
import { type RedisServer, startRedis, until } from '../support/redis.ts';

const COUNTED = 'nokori:counted:person5';

async function open({ url }: RedisServer) {
	const redis: Redis = createConnection(url, FAIL_FAST);
	onTestFinished(() => redis.disconnect());
	await connectOnce(redis);
	const warnings: string[] = [];
	const log = pino({ base: null }, { write: (line) => void warnings.push(JSON.parse(line).msg) });
	return { redis, counter: createCounter(redis, log), warnings };
}

describe.skipIf(isMissing('redis-server'))('a counter with a redis-server', () => {
	test('two processes count together, each key for itself', async () => {
		const server = await startRedis();
		const [one, other] = [await open(server), await open(server)];
		expect(await one.counter.incr('person5')).toBe(1);
		expect(await other.counter.incr('person5')).toBe(2);
		expect(await one.counter.incr('person6')).toBe(1);
	});

	test('a count ends as was said', async () => {
		const { counter, redis } = await open(await startRedis());
		await counter.incr('person5');
		expect(await counter.pexpire('person5', 30_000)).toBe(1);
		await counter.incr('person5');
		expect(await redis.pttl(COUNTED)).toBeGreaterThan(20_000);
		expect(await redis.pttl(COUNTED)).toBeLessThanOrEqual(30_000);
	});

	test('a process that was killed before it said how long locks nobody out', async () => {
		const { counter, redis } = await open(await startRedis());
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
		const { counter, warnings } = await open(server);
		await counter.incr('person5');
		await server.kill();
		expect(await Promise.all([1, 2, 3].map(() => counter.incr('person5')))).toEqual([1, 1, 1]);
		expect(await counter.pexpire('person5', 1000)).toBe(0);
		expect(warnings).toEqual(['nothing can be counted, so nobody is held up']);
		await server.start();
		await until(async () => (await counter.incr('person5')) > 1);
	});
});
