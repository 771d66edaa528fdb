import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Coordination } from '../coordination.ts';
import type { Store } from '../store.ts';
import { connectOnce, createConnection, endConnection, FAIL_FAST, orStoreError, wrapErrors } from './connect.ts';
import { createRedisCounter, createRedisLock, createRedisMemory } from './coordination.ts';
import { createRedisFeedback, createRedisUnanswered } from './feedback.ts';
import { createRedisPeople } from './people.ts';
import { createRedisReminders } from './reminders.ts';
import { createRedisSettings } from './settings.ts';
import { createRedisDeletions, createRedisUpdates } from './updates.ts';

type Options = { log?: Logger };

/**
 * Opens the store in a Redis or Valkey server (not a cluster), which several processes can share, and their coordination.
 * While the server is gone later, every method of the store throws a StoreError at once, and each process goes on without
 * coordination. Closing the store ends the one connection of both.
 * @param url like redis://localhost:6379 or rediss://user:password@host/0
 * @throws StoreError when the server does not answer now
 */
export async function openRedis(
	url: string,
	{ log }: Options = {},
): Promise<{ store: Store; coordination: Coordination }> {
	const redis = createConnection(url, FAIL_FAST, log);
	await orStoreError(connectOnce(redis), url);
	return {
		store: wrapErrors(createMethods(redis, log), url),
		coordination: {
			withLock: createRedisLock(redis, { log }),
			memory: createRedisMemory(redis),
			counter: createRedisCounter(redis, log),
		},
	};
}

/** The store alone, for a process that handles no updates. */
export async function openRedisStore(url: string, options: Options = {}): Promise<Store> {
	return (await openRedis(url, options)).store;
}

function createMethods(redis: Redis, log: Logger | undefined): Store {
	const settings = createRedisSettings(redis);
	const reminders = createRedisReminders(redis, log);
	return {
		...settings,
		...reminders,
		...createRedisDeletions(redis),
		...createRedisFeedback(redis),
		...createRedisUpdates(redis),
		...createRedisUnanswered(redis),
		...createRedisPeople(redis, { ...settings, ...reminders }),
		close: () => endConnection(redis),
	};
}
