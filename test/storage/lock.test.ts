import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import pino from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Coordination } from '../../src/storage/coordination.ts';
import { connectOnce, createConnection, FAIL_FAST } from '../../src/storage/redis/connect.ts';
import { createLock } from '../../src/storage/redis/coordination.ts';
import { isMissing } from '../support/programs.ts';
import { type RedisServer, startRedis, took, until } from '../support/redis.ts';

const TURN = 'nokori:turn:5:1';

async function connect({ url }: RedisServer): Promise<Redis> {
	const redis = createConnection(url, FAIL_FAST);
	onTestFinished(() => redis.disconnect());
	await connectOnce(redis);
	return redis;
}

/** Two processes, and what they did in which order. */
async function openTwo(server: RedisServer, options: { heldMs?: number; patienceMs?: number } = {}) {
	const steps: string[] = [];
	const warnings: string[] = [];
	const log = pino({ base: null }, { write: (line) => void warnings.push(JSON.parse(line).msg) });
	const [one, other] = [await connect(server), await connect(server)];
	const doing = (name: string, ms: number) => async (): Promise<void> => {
		steps.push(`${name} begins`);
		await wait(ms);
		steps.push(`${name} ends`);
	};
	const locks = [one, other].map((redis) => createLock(redis, { log, ...options })) as [WithLock, WithLock];
	return { locks, steps, warnings, doing, redis: one };
}
type WithLock = Coordination['withLock'];

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

	test('a turn is given back also when what was done failed, and the failure is passed on', async () => {
		const { locks, redis } = await openTwo(await startRedis());
		const failing = locks[0]('5:1', async () => {
			throw new Error('no such message');
		});
		await expect(failing).rejects.toThrow('no such message');
		await until(async () => (await redis.exists(TURN)) === 0);
	});

	test('the turn of a killed process runs out by itself', async () => {
		const { locks, redis, steps, doing, warnings } = await openTwo(await startRedis());
		await redis.set(TURN, 'a process that was killed', 'PX', 300);
		expect(await took(() => locks[1]('5:1', doing('one', 1)))).toBeGreaterThan(200);
		expect(steps).toHaveLength(2);
		expect(warnings).toEqual([]);
	});

	test('a turn is held for ten seconds at most', async () => {
		const { locks, redis } = await openTwo(await startRedis());
		await locks[0]('5:1', async () => {
			expect(await redis.pttl(TURN)).toBeGreaterThan(5000);
			expect(await redis.pttl(TURN)).toBeLessThanOrEqual(10_000);
		});
	});

	test('who was too slow does not give back the turn that is somebody else’s by now', async () => {
		const { locks, redis, doing } = await openTwo(await startRedis(), { heldMs: 100 });
		await locks[0]('5:1', async () => {
			await until(async () => (await redis.exists(TURN)) === 0);
			await redis.set(TURN, 'somebody else');
		});
		// On the same connection, so that it comes after what was to be given back.
		await locks[0]('5:2', doing('more', 1));
		expect(await redis.get(TURN)).toBe('somebody else');
	});

	test('who waits too long goes on, says so, and leaves the turn to whoever has it', async () => {
		const { locks, redis, steps, doing, warnings } = await openTwo(await startRedis(), { patienceMs: 200 });
		await redis.set(TURN, 'somebody else');
		await locks[1]('5:1', doing('one', 1));
		expect(steps).toEqual(['one begins', 'one ends']);
		expect(warnings).toEqual(['a turn did not come in time, going on without it']);
		expect(await redis.get(TURN)).toBe('somebody else');
	});

	test('while the server is gone everything is done at once', async () => {
		const server = await startRedis();
		const { locks, steps, doing } = await openTwo(server);
		await server.kill();
		expect(await took(() => locks[0]('5:1', doing('one', 1)))).toBeLessThan(500);
		expect(await took(() => locks[0]('5:1', doing('again', 1)))).toBeLessThan(500);
		expect(steps).toHaveLength(4);
	});

	test('a server that goes while somebody waits for a turn ends the waiting', async () => {
		const server = await startRedis();
		const { locks, redis, steps, doing } = await openTwo(server);
		await redis.set(TURN, 'somebody else');
		const waiting = locks[0]('5:1', doing('one', 1));
		await wait(100);
		expect(steps).toEqual([]);
		await server.kill();
		expect(await took(() => waiting)).toBeLessThan(2000);
		expect(steps).toHaveLength(2);
	});
});
