import type { Redis } from 'ioredis';
import type { Miss, MissStore } from '../store.ts';
import { execute } from './connect.ts';
import { KEYS } from './keys.ts';

/** Long enough to see what comes again, short enough that nothing lies there for ever. */
const KEPT_DAYS = 90;
const DAY_IN_MS = 24 * 60 * 60 * 1000;

/** What was not understood, for each day a hash of how often. */
export function createMisses(redis: Redis): MissStore {
	return {
		countMiss: async (form, day) => {
			const today = Date.parse(day) / DAY_IN_MS;
			await execute(redis.multi().hincrby(KEYS.misses(day), form, 1).zadd(KEYS.missDays, today, day));
			await forget(redis, today - KEPT_DAYS);
		},
		listMisses: async (leastDays) => {
			const days = await redis.zrange(KEYS.missDays, 0, '-1');
			const counts = await Promise.all(days.map((day) => redis.hgetall(KEYS.misses(day))));
			return addUp(counts).filter((miss) => miss.days >= leastDays);
		},
	};
}

/** @param first the first day to keep, in days since 1970 */
async function forget(redis: Redis, first: number): Promise<void> {
	const days = await redis.zrangebyscore(KEYS.missDays, '-inf', `(${first}`);
	if (days.length > 0) {
		await execute(redis.multi().del(days.map(KEYS.misses)).zrem(KEYS.missDays, days));
	}
}

/** @param counts the words of each day, and how often. @returns the commonest first */
function addUp(counts: readonly Record<string, string>[]): Miss[] {
	const misses = new Map<string, Miss>();
	for (const [form, times] of counts.flatMap((day) => Object.entries(day))) {
		const before = misses.get(form) ?? { form, days: 0, times: 0 };
		misses.set(form, { form, days: before.days + 1, times: before.times + Number(times) });
	}
	return [...misses.values()].sort((one, other) => other.times - one.times || (one.form < other.form ? -1 : 1));
}
