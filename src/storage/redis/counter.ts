import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { createThrottle } from '../../throttle.ts';
import type { Counter } from '../coordination.ts';
import { defineScript } from './connect.ts';
import { KEYS } from './keys.ts';

/** The longest time for which anything is counted. */
const LONGEST_MS = 60_000;

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
export function createCounter(redis: Redis, log?: Logger): Counter {
	const count = defineScript(redis, 'nokoriCount', COUNT);
	const throttle = createThrottle();
	const orElse = async (asked: Promise<unknown>, instead: number): Promise<number> => {
		try {
			return Number(await asked);
		} catch (error) {
			throttle(() => log?.warn({ err: error }, 'nothing can be counted, so nobody is held up'));
			return instead;
		}
	};
	return {
		incr: (key) => orElse(count([KEYS.counted(key)], [LONGEST_MS]), 1),
		pexpire: (key, ms) => orElse(redis.pexpire(KEYS.counted(key), ms), 0),
	};
}
