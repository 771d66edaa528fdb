import type { Redis } from 'ioredis';
import type { Unanswered, UnansweredStore } from '../store.ts';
import { execute } from './connect.ts';
import { KEYS } from './keys.ts';

/** Long enough to see what comes again, short enough that nothing lies there for ever. */
const KEPT_DAYS = 90;
const DAY_IN_MS = 24 * 60 * 60 * 1000;

/** What was not understood, for each day a hash of how often. */
export function createUnanswered(redis: Redis): UnansweredStore {
	return {
		countUnanswered: async (text, day) => {
			const today = Date.parse(day) / DAY_IN_MS;
			await execute(redis.multi().hincrby(KEYS.misses(day), text, 1).zadd(KEYS.missDays, today, day));
			await forget(redis, today - KEPT_DAYS);
		},
		listUnanswered: async (leastDays) => {
			const days = await redis.zrange(KEYS.missDays, 0, '-1');
			const counts = await Promise.all(days.map((day) => redis.hgetall(KEYS.misses(day))));
			return addUp(counts).filter((one) => one.days >= leastDays);
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
function addUp(counts: readonly Record<string, string>[]): Unanswered[] {
	const unanswered = new Map<string, Unanswered>();
	for (const [text, times] of counts.flatMap((day) => Object.entries(day))) {
		const before = unanswered.get(text) ?? { text, days: 0, times: 0 };
		unanswered.set(text, { text, days: before.days + 1, times: before.times + Number(times) });
	}
	return [...unanswered.values()].sort((one, other) => other.times - one.times || (one.text < other.text ? -1 : 1));
}
