import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import pino from 'pino';
import { onTestFinished } from 'vitest';
import type { Coordination } from '../../src/storage/coordination.ts';
import { connectOnce, createConnection, FAIL_FAST } from '../../src/storage/redis/connect.ts';
import { createRedisLock } from '../../src/storage/redis/coordination.ts';
import { KEYS } from '../../src/storage/redis/keys.ts';
import type { RedisServer } from './redis.ts';

/** The key of the lock for 5:1. */
export const LOCK = KEYS.turn('5:1');

export async function connect({ url }: RedisServer): Promise<Redis> {
	const redis = createConnection(url, FAIL_FAST);
	onTestFinished(() => redis.disconnect());
	await connectOnce(redis);
	return redis;
}

/** Two processes, and what they did in which order. */
export async function openTwo(server: RedisServer, options: { lockMs?: number; maxWaitMs?: number } = {}) {
	const steps: string[] = [];
	const warnings: string[] = [];
	const log = pino({ base: null }, { write: (line) => void warnings.push(JSON.parse(line).msg) });
	const [one, other] = [await connect(server), await connect(server)];
	const doing = (name: string, ms: number) => async (): Promise<void> => {
		steps.push(`${name} begins`);
		await wait(ms);
		steps.push(`${name} ends`);
	};
	const locks = [one, other].map((redis) => createRedisLock(redis, { log, ...options })) as [WithLock, WithLock];
	return { locks, steps, warnings, doing, redis: one };
}
type WithLock = Coordination['withLock'];
