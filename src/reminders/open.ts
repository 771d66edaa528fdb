import type { Logger } from 'pino';
import type { Store } from '../storage/store.ts';
import { createEmbeddedQueue } from './embedded-queue.ts';
import type { ReminderQueue } from './queue.ts';

type Parts = { redisUrl?: string | undefined; store: Store; log: Logger; now: () => number };

/**
 * Opens the queue of a single process, or with `redisUrl` the one that several processes share.
 * @throws StoreError when the server does not answer now
 */
export async function openReminderQueue({ redisUrl, ...parts }: Parts): Promise<ReminderQueue> {
	if (redisUrl === undefined) {
		return createEmbeddedQueue(parts);
	}
	// Imported only here: BullMQ is a part of the start that most bots do not need.
	const { openBullmqQueue } = await import('./bullmq-queue.ts');
	return openBullmqQueue({ url: redisUrl, ...parts });
}
