import type { Logger } from 'pino';
import { openBullmqQueue } from './reminders/bullmq-queue.ts';
import { createEmbeddedQueue } from './reminders/embedded-queue.ts';
import type { ReminderQueue } from './reminders/queue.ts';
import { guardReads } from './storage/guarded.ts';
import { openLibsqlStore } from './storage/libsql/index.ts';
import { openRedisStore } from './storage/redis/index.ts';
import type { Store } from './storage/store.ts';

/** What the bot remembers, and what wakes it for reminders. */
export type Memory = { store: Store; queue: ReminderQueue };

type Where = { dataDir: string; redisUrl?: string | undefined };

/**
 * Opens the file of this process, or the server that several processes share.
 * @throws StoreError when neither can be written
 */
export async function openMemory({ dataDir, redisUrl }: Where, log: Logger): Promise<Memory> {
	const now = Date.now;
	if (redisUrl !== undefined) {
		const store = guardReads(await openRedisStore(redisUrl, { log }), log);
		return { store, queue: await openBullmqQueue({ url: redisUrl, store, log, now }) };
	}
	const store = guardReads(openLibsqlStore(dataDir), log);
	if (store.broken) {
		log.error(store.broken);
	}
	return { store, queue: createEmbeddedQueue({ store, log, now }) };
}
