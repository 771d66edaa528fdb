import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { createThrottle } from '../../throttle.ts';
import type { Coordination, Counter, Memory } from '../coordination.ts';
import { defineScript } from './connect.ts';
import { KEYS } from './keys.ts';

/** Lock lifetime; a holder that takes longer is dead. */
const LOCK_MS = 10_000;
const RETRY_EVERY_MS = 30;

/** Longer than nearly every answer takes, shorter than a person waits. */
const MAX_WAIT_MS = 5000;

/** Deletes one's own lock only: it may have expired, and be somebody else's by now. KEYS: the lock. ARGV: the token. */
const RELEASE = `
if redis.call('GET', KEYS[1]) == ARGV[1] then
	return redis.call('DEL', KEYS[1])
end
return 0`;

/** `lockMs` and `maxWaitMs` are shorter in tests. */
type LockOptions = { log?: Logger | undefined; lockMs?: number; maxWaitMs?: number };

/** A lock that several processes share. While Redis is gone, nobody waits. */
export function createRedisLock(
	redis: Redis,
	{ log, lockMs = LOCK_MS, maxWaitMs = MAX_WAIT_MS }: LockOptions,
): Coordination['withLock'] {
	const release = defineScript(redis, 'nokoriRelease', RELEASE);
	const acquire = async (lock: string, token: string): Promise<boolean> =>
		(await redis.set(lock, token, 'PX', lockMs, 'NX')) === 'OK';
	return async (key, action) => {
		const [lock, token] = [KEYS.turn(key), randomUUID()];
		const isAcquired = await retry(() => acquire(lock, token), maxWaitMs);
		if (!isAcquired) {
			log?.warn('a lock was not free in time, going on without it');
		}
		try {
			await action();
		} finally {
			// Not awaited: a lock that cannot be released expires by itself.
			void release([lock], [token]).catch(() => undefined);
		}
	};
}

/** Tries until it succeeds, or throws because Redis is gone. @returns false where that took too long */
async function retry(attempt: () => Promise<boolean>, maxWaitMs: number): Promise<boolean> {
	const start = performance.now();
	while (!(await attempt().catch(() => true))) {
		if (performance.now() - start >= maxWaitMs) {
			return false;
		}
		await wait(RETRY_EVERY_MS);
	}
	return true;
}

/** The longest time for which anything is counted. */
const MAX_PERIOD_MS = 60_000;

/**
 * Adds one. A count without an end gets one at once: a process that is killed before it says how long would leave one
 * that never ends, and so lock somebody out for ever. KEYS: the count. ARGV: the longest time in milliseconds.
 */
const COUNT = `
local count = redis.call('INCR', KEYS[1])
if redis.call('PTTL', KEYS[1]) < 0 then
	redis.call('PEXPIRE', KEYS[1], ARGV[1])
end
return count`;

/** Counts together with other processes. While Redis is gone, everything is the first of its kind. */
export function createRedisCounter(redis: Redis, log?: Logger): Counter {
	const count = defineScript(redis, 'nokoriCount', COUNT);
	const throttle = createThrottle();
	const orElse = async (counted: Promise<unknown>, fallback: number): Promise<number> => {
		try {
			return Number(await counted);
		} catch (error) {
			throttle(() => log?.warn({ err: error }, 'nothing can be counted, so nobody is held up'));
			return fallback;
		}
	};
	return {
		incr: (key) => orElse(count([KEYS.counted(key)], [MAX_PERIOD_MS]), 1),
		pexpire: (key, ms) => orElse(redis.pexpire(KEYS.counted(key), ms), 0),
	};
}

/** Remembers together with other processes. While Redis is gone, nothing is remembered. */
export function createRedisMemory(redis: Redis): Memory {
	return {
		recall: async (key) => (await redis.get(KEYS.remembered(key)).catch(() => undefined)) ?? undefined,
		remember: async (key, value, seconds) => {
			await redis.set(KEYS.remembered(key), value, 'EX', seconds).catch(() => undefined);
		},
	};
}
