import type { Redis } from 'ioredis';
import { readGroupSettings, readPersonSettings } from '../settings.ts';
import type { SettingsStore } from '../store.ts';
import { defineScript, execute } from './connect.ts';
import { KEYS } from './keys.ts';

const MOVE = `
if redis.call('EXISTS', KEYS[1]) == 1 then
	redis.call('RENAMENX', KEYS[1], KEYS[2])
end`;

/** The settings of people and groups, each a hash with JSON in every field, so that two changes at once both stay. */
export function createRedisSettings(redis: Redis): SettingsStore {
	const move = defineScript(redis, 'nokoriMoveGroup', MOVE);
	return {
		readPerson: async (id) => readPersonSettings(toJson(await redis.hgetall(KEYS.person(id)))),
		changePerson: (id, change) => changeFields(redis, KEYS.person(id), change),
		readGroup: async (id) => readGroupSettings(toJson(await redis.hgetall(KEYS.group(id)))),
		changeGroup: (id, change) => changeFields(redis, KEYS.group(id), change),
		moveGroup: async (from, to) => {
			await move([KEYS.group(from), KEYS.group(to)], []);
		},
	};
}

async function changeFields(redis: Redis, key: string, change: object): Promise<void> {
	const commands = redis.multi();
	for (const [field, value] of Object.entries(change)) {
		value === undefined ? commands.hdel(key, field) : commands.hset(key, field, JSON.stringify(value));
	}
	await execute(commands);
}

function toJson(fields: Record<string, string>): string {
	return `{${Object.entries(fields).map(([field, json]) => `${JSON.stringify(field)}:${json}`)}}`;
}
