import type { Redis } from 'ioredis';
import type { FeedbackStore, Vote, VoteCount } from '../store.ts';
import { defineScript } from './connect.ts';
import { KEYS } from './keys.ts';

/** Until then somebody could vote again; afterwards nobody needs to know who voted. */
const KEPT_SECONDS = 62 * 24 * 60 * 60;

/**
 * Counts once, and forgets who voted before the month before.
 * KEYS: what the person voted on, the counts. ARGV: month, answer, vote, the month before, seconds to keep.
 */
const VOTE = `
if redis.call('HSETNX', KEYS[1], ARGV[1] .. ' ' .. ARGV[2], ARGV[3]) == 0 then
	return 0
end
redis.call('HINCRBY', KEYS[2], ARGV[3] .. ' ' .. ARGV[2], 1)
redis.call('EXPIRE', KEYS[1], ARGV[5])
for _, field in ipairs(redis.call('HKEYS', KEYS[1])) do
	if string.sub(field, 1, 7) < ARGV[4] then
		redis.call('HDEL', KEYS[1], field)
	end
end
return 1`;

/** Counts of what people say of answers; who said something of which answer is kept only to count it once. */
export function createFeedback(redis: Redis): FeedbackStore {
	const count = defineScript(redis, 'nokoriVote', VOTE);
	return {
		vote: async (answer, personId, month, vote) => {
			const values = [month, answer, vote, monthBefore(month), KEPT_SECONDS];
			return (await count([KEYS.voted(personId), KEYS.votes], values)) === 1;
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
