import type { Redis } from 'ioredis';
import type { PersonStore, Store } from '../store.ts';
import { defineScript } from './connect.ts';
import { listVoted } from './feedback.ts';
import { KEYS } from './keys.ts';

/**
 * Forgets a person; with a time only where the block is older than that, for they may unblock the bot at this moment.
 * KEYS: reminders, what is due, tries, who blocked, and all that is simply deleted. ARGV: the person, maybe a time.
 */
const FORGET = `
if ARGV[2] then
	local at = redis.call('ZSCORE', KEYS[4], ARGV[1])
	if not at or tonumber(at) >= tonumber(ARGV[2]) then
		return 0
	end
end
for _, id in ipairs(redis.call('HKEYS', KEYS[1])) do
	redis.call('ZREM', KEYS[2], ARGV[1] .. '/' .. id)
	redis.call('HDEL', KEYS[3], ARGV[1] .. '/' .. id)
end
redis.call('ZREM', KEYS[4], ARGV[1])
redis.call('DEL', KEYS[1], unpack(KEYS, 5))
return 1`;

/** Everything about one person: exported, and forgotten. */
export function createRedisPeople(
	redis: Redis,
	{ readPerson, listReminders }: Pick<Store, 'readPerson' | 'listReminders'>,
): PersonStore {
	const forget = createForget(redis);
	return {
		exportPerson: async (personId) => ({
			settings: await readPerson(personId),
			reminders: await listReminders(personId),
			votes: await listVoted(redis, personId),
		}),
		forgetPerson: async (personId) => {
			await forget(personId);
		},
		markBlocked: async (personId, at) => {
			await (at === undefined ? redis.zrem(KEYS.blocked, personId) : redis.zadd(KEYS.blocked, at, personId));
		},
		forgetBlocked: async (before) => {
			const people = (await redis.zrangebyscore(KEYS.blocked, '-inf', `(${before}`)).map(Number);
			const isForgotten = await Promise.all(people.map((personId) => forget(personId, before)));
			return people.filter((_, index) => isForgotten[index]);
		},
	};
}

function createForget(redis: Redis): (personId: number, blockedBefore?: number) => Promise<boolean> {
	const forget = defineScript(redis, 'nokoriForget', FORGET);
	return async (personId, blockedBefore) => {
		const { reminders, due, tries, blocked, person, voted } = KEYS;
		const keys = [reminders(personId), due, tries, blocked, person(personId), voted(personId)];
		return (await forget(keys, blockedBefore === undefined ? [personId] : [personId, blockedBefore])) === 1;
	};
}
