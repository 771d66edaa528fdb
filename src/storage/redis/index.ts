import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Store } from '../store.ts';
import { connectOnce, createConnection, endConnection, FAIL_FAST } from './connect.ts';
import { createDeletions } from './deletions.ts';
import { createFeedback } from './feedback.ts';
import { createMisses } from './misses.ts';
import { createPeople } from './people.ts';
import { createReminders } from './reminders.ts';
import { createSettings } from './settings.ts';
import { createUpdates } from './updates.ts';
import { orStoreError, wrapErrors } from './wrap-errors.ts';

type Options = { log?: Logger };

/**
 * Opens the store in a Redis or Valkey server (not a cluster), which several processes can share. When the server goes
 * away later, every method throws a StoreError at once, and works again when it is back.
 * @param url like redis://localhost:6379 or rediss://user:password@host/0
 * @throws StoreError when the server does not answer now
 */
export async function openRedisStore(url: string, { log }: Options = {}): Promise<Store> {
	const redis = createConnection(url, FAIL_FAST, log);
	await orStoreError(connectOnce(redis), url);
	return wrapErrors(createMethods(redis), url);
}

function createMethods(redis: Redis): Store {
	const settings = createSettings(redis);
	const reminders = createReminders(redis);
	return {
		...settings,
		...reminders,
		...createDeletions(redis),
		...createFeedback(redis),
		...createUpdates(redis),
		...createMisses(redis),
		...createPeople(redis, { ...settings, ...reminders }),
		close: () => endConnection(redis),
	};
}
