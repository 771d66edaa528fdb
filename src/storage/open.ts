import type { Logger } from 'pino';
import { createEmbeddedQueue } from '../reminders/embedded-queue.ts';
import type { ReminderQueue } from '../reminders/queue.ts';
import { type Coordination, SINGLE_PROCESS } from './coordination.ts';
import { guardReads } from './fallback.ts';
import { openLibsqlStore } from './libsql/index.ts';
import type { Store } from './store.ts';

/**
 * What the bot remembers, what wakes it for reminders, and what it shares with other processes. Stopping the queue and
 * then closing the store ends every connection.
 */
export type Memory = { store: Store; queue: ReminderQueue; coordination: Coordination };

type Where = { dataDir: string; redisUrl?: string | undefined };

/**
 * Opens the file of this process, or the server that several processes share.
 * @throws StoreError when neither can be written
 */
export async function openMemory({ dataDir, redisUrl }: Where, log: Logger, now = Date.now): Promise<Memory> {
	if (redisUrl !== undefined) {
		// Loaded only here: their libraries are a quarter of the start, and most bots need none.
		const { openRedis } = await import('./redis/index.ts');
		const { openBullmqQueue } = await import('../reminders/bullmq-queue.ts');
		const redis = await openRedis(redisUrl, { log });
		const store = guardReads(redis.store, log);
		return {
			store,
			queue: await openBullmqQueue({ url: redisUrl, store, log, now }),
			coordination: redis.coordination,
		};
	}
	const store = guardReads(openLibsqlStore(dataDir), log);
	if (store.broken) {
		log.error(store.broken);
	}
	return { store, queue: createEmbeddedQueue({ store, log, now }), coordination: SINGLE_PROCESS };
}
