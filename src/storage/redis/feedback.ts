import type { Redis } from 'ioredis';
import { DAY_IN_MS } from '../../dates/day.ts';
import {
	CHOSEN,
	type FeedbackStore,
	UNANSWERED_KEPT_DAYS,
	type Unanswered,
	type UnansweredStore,
	type Vote,
	type VoteCount,
	type VoteOutcome,
	withChoices,
} from '../store.ts';
import { defineScript, execute } from './connect.ts';
import { KEYS } from './keys.ts';

/** A person may vote again after a month. Longer than two, nobody needs to know who voted. */
const VOTERS_KEPT_SECONDS = (62 * DAY_IN_MS) / 1000;

/**
 * Counts a vote once, in the place of the one before, and forgets the voters of older months than the last. An earlier
 * version noted '' for every vote.
 * KEYS: what the person voted, the counts. ARGV: month, answer, vote, the month before, seconds to keep.
 */
const VOTE = `
local voted = ARGV[1] .. ' ' .. ARGV[2]
local before = redis.call('HGET', KEYS[1], voted)
if before == '' or before == ARGV[3] then
	return 'same'
end
if before then
	local counted = before .. ' ' .. ARGV[2]
	if tonumber(redis.call('HGET', KEYS[2], counted) or 0) > 0 then
		redis.call('HINCRBY', KEYS[2], counted, -1)
	end
end
redis.call('HINCRBY', KEYS[2], ARGV[3] .. ' ' .. ARGV[2], 1)
redis.call('HSET', KEYS[1], voted, ARGV[3])
redis.call('EXPIRE', KEYS[1], ARGV[5])
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
	if string.sub(field, 1, 7) < ARGV[4] then
		redis.call('HDEL', KEYS[1], field)
	end
end
return before and 'replaced' or 'counted'`;

/** Counts of what people say of answers. Who voted what is kept only to count them once, and to take it back. */
export function createRedisFeedback(redis: Redis): FeedbackStore {
	const count = defineScript(redis, 'nokoriVote', VOTE);
	return {
		vote: async (answer, personId, month, vote) => {
			const values = [month, answer, vote, monthBefore(month), VOTERS_KEPT_SECONDS];
			return (await count([KEYS.voted(personId), KEYS.votes], values)) as VoteOutcome;
		},
		listVotes: async () => countByAnswer(await redis.hgetall(KEYS.votes)),
	};
}

/** What a person voted on, as "answer month", the earliest month first. */
export async function listVoted(redis: Redis, personId: number): Promise<string[]> {
	const fields = await redis.hkeys(KEYS.voted(personId));
	return fields.sort().map((field) => `${field.slice(8)} ${field.slice(0, 7)}`);
}

function countByAnswer(fields: Record<string, string>): VoteCount[] {
	const counts = new Map<string, VoteCount>();
	for (const [field, times] of Object.entries(fields)) {
		const [vote, answer] = splitAtSpace(field);
		const none = { answer, good: 0, steps: 0, links: 0, numbers: 0 };
		counts.set(answer, { ...(counts.get(answer) ?? none), [vote as Vote]: Number(times) });
	}
	return [...counts.values()].sort((one, other) => (one.answer < other.answer ? -1 : 1));
}

function splitAtSpace(field: string): [string, string] {
	const space = field.indexOf(' ');
	return [field.slice(0, space), field.slice(space + 1)];
}

/** @param month as 2026-11 */
function monthBefore(month: string): string {
	const date = new Date(`${month}-01T00:00:00Z`);
	date.setUTCMonth(date.getUTCMonth() - 1);
	return date.toISOString().slice(0, 7);
}

/** Questions that were not understood, for each day a hash of how often. */
export function createRedisUnanswered(redis: Redis): UnansweredStore {
	const countForm = async (form: string, day: string): Promise<void> => {
		const today = Date.parse(day) / DAY_IN_MS;
		await execute(redis.multi().hincrby(KEYS.misses(day), form, 1).zadd(KEYS.missDays, today, day));
		await forget(redis, today - UNANSWERED_KEPT_DAYS);
	};
	return {
		countUnanswered: countForm,
		countChoice: (text, choice, day) => countForm(`${text}${CHOSEN}${choice}`, day),
		listUnanswered: async (minDays) => {
			const days = await redis.zrange(KEYS.missDays, 0, '-1');
			const counts = await Promise.all(days.map((day) => redis.hgetall(KEYS.misses(day))));
			return withChoices(addUp(counts), minDays);
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

type Counted = Omit<Unanswered, 'choices'>;

/** @param counts the words of each day, and how often. @returns the commonest first */
function addUp(counts: readonly Record<string, string>[]): Counted[] {
	const unanswered = new Map<string, Counted>();
	for (const [text, times] of counts.flatMap((day) => Object.entries(day))) {
		const before = unanswered.get(text) ?? { text, days: 0, times: 0 };
		unanswered.set(text, { text, days: before.days + 1, times: before.times + Number(times) });
	}
	return [...unanswered.values()].sort((one, other) => other.times - one.times || (one.text < other.text ? -1 : 1));
}
