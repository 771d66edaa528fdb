import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Reminder } from '../reminder.ts';
import { parseReminder } from '../reminder.ts';
import { type ClaimedReminder, REMINDER_LEASE_MS, type ReminderStore } from '../store.ts';
import { defineScript, execute } from './connect.ts';
import { KEYS } from './keys.ts';

/**
 * Sets the score of what is claimed to the end of its lease, so that it is due again by itself then.
 * KEYS: what is due, tries. ARGV: now, until, limit, how the key of a person's reminders begins, maybe a person.
 */
const CLAIM = `
local people = { ARGV[5] }
if not ARGV[5] then
	local found = {}
	for _, member in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', ARGV[1], 'LIMIT', 0, ARGV[3])) do
		local person = string.match(member, '^[^/]+')
		if not found[person] then
			found[person] = true
			people[#people + 1] = person
		end
	end
end
local claimed = {}
for _, person in ipairs(people) do
	local kept = redis.call('HGETALL', ARGV[4] .. person)
	for index = 1, #kept, 2 do
		local member = person .. '/' .. kept[index]
		local due = redis.call('ZSCORE', KEYS[1], member)
		if due and tonumber(due) <= tonumber(ARGV[1]) then
			redis.call('ZADD', KEYS[1], ARGV[2], member)
			claimed[#claimed + 1] = member
			claimed[#claimed + 1] = kept[index + 1]
			claimed[#claimed + 1] = redis.call('HINCRBY', KEYS[2], member, 1) - 1
		end
	end
end
return claimed`;

/** Reminders: a hash of JSON for each person, and one sorted set of all by when they may be leased. */
export function createRedisReminders(redis: Redis, log?: Logger): ReminderStore {
	const claim = defineScript(redis, 'nokoriClaim', CLAIM);
	return {
		saveReminder: (reminder) => save(redis, reminder),
		listReminders: async (personId) =>
			(await redis.hvals(KEYS.reminders(personId))).flatMap((json) => parseReminder(json) ?? []).sort(byDue),
		removeReminder: (personId, id) =>
			execute(
				redis
					.multi()
					.hdel(KEYS.reminders(personId), id)
					.zrem(KEYS.due, toMember(personId, id))
					.hdel(KEYS.tries, toMember(personId, id)),
			),
		claimReminders: async (now, limit, personId) => {
			const person = personId === undefined ? [] : [personId];
			const values = [now, now + REMINDER_LEASE_MS, limit, KEYS.reminders(''), ...person];
			const { claimed, unreadable } = readClaimed((await claim([KEYS.due, KEYS.tries], values)) as (string | number)[]);
			for (const member of unreadable) {
				// It stays with the others, for somebody to mend, and stops nobody else's.
				await redis.zrem(KEYS.due, member);
				log?.error({ reminder: member.split('/').at(-1) }, 'a reminder cannot be read and is not sent');
			}
			return claimed;
		},
	};
}

async function save(redis: Redis, reminder: Reminder): Promise<void> {
	const { id, personId, due } = reminder;
	const member = toMember(personId, id);
	const commands = redis.multi().hset(KEYS.reminders(personId), id, JSON.stringify(reminder)).hdel(KEYS.tries, member);
	await execute(due === undefined ? commands.zrem(KEYS.due, member) : commands.zadd(KEYS.due, due, member));
}

function toMember(personId: number, id: string): string {
	return `${personId}/${id}`;
}

/** @param flat members, reminders as JSON and their tries in turn */
function readClaimed(flat: readonly (string | number)[]): { claimed: ClaimedReminder[]; unreadable: string[] } {
	const claimed: ClaimedReminder[] = [];
	const unreadable: string[] = [];
	for (let at = 0; at < flat.length; at += 3) {
		const reminder = parseReminder(String(flat[at + 1]));
		if (reminder) {
			claimed.push({ ...reminder, tries: Number(flat[at + 2]) });
		} else {
			unreadable.push(String(flat[at]));
		}
	}
	claimed.sort((one, other) => one.personId - other.personId || byDue(one, other));
	return { claimed, unreadable };
}

/** The next due first, those without a notice last. */
function byDue(one: Reminder, other: Reminder): number {
	const [due, otherDue] = [one.due ?? Number.MAX_VALUE, other.due ?? Number.MAX_VALUE];
	return due - otherDue || (one.id < other.id ? -1 : 1);
}
