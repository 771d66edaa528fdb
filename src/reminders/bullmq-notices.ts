import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { connectOnce, createConnection, endConnection, FAIL_FAST, orStoreError } from '../storage/redis/connect.ts';
import { KEYS, PREFIX } from '../storage/redis/keys.ts';
import type { Reminder } from '../storage/store.ts';

/** One notice of one reminder: what a job carries. */
export type Notice = { personId: number; id: string; due: number };

export const QUEUE_NAME = 'notices';
export const QUEUE_PREFIX = `${PREFIX}bull`;

/** A little longer than a claim: before that, a reminder that was not delivered is still in somebody's hand. */
export const CLAIM_OVER_MS = 61_000;

const JOB_OPTIONS = {
	attempts: 5,
	backoff: { type: 'exponential', delay: CLAIM_OVER_MS },
	removeOnComplete: true,
	removeOnFail: true,
};
const DAY_IN_MS = 24 * 60 * 60 * 1000;

type Parts = { url: string; now: () => number };
type Planning = { queue: Queue<Notice>; redis: Redis; now: () => number };
type Notices = { schedule: (reminder: Reminder) => Promise<void>; close: () => Promise<void> };

/**
 * The jobs that wake for reminders, one for each notice.
 * @throws StoreError when the server does not answer now
 */
export async function openNotices({ url, now }: Parts): Promise<Notices> {
	const redis = createConnection(url, FAIL_FAST);
	await orStoreError(connectOnce(redis), url);
	const queue = new Queue<Notice>(QUEUE_NAME, {
		connection: redis,
		prefix: QUEUE_PREFIX,
		defaultJobOptions: JOB_OPTIONS,
	});
	// Whoever plans gets the error; that the server is gone, the store says.
	queue.on('error', () => undefined);
	await orStoreError(queue.waitUntilReady(), url);
	return {
		schedule: (reminder) => orStoreError(scheduleNotice({ queue, redis, now }, reminder), url),
		close: async () => {
			await queue.close();
			await endConnection(redis);
		},
	};
}

/** The job of the notice before, if any, is taken back, unless it is running at this moment. */
async function scheduleNotice({ queue, redis, now }: Planning, { personId, id, due }: Reminder): Promise<void> {
	const key = KEYS.planned(personId, id);
	// Not twice the same: a job with an id that is there already is not added.
	const jobId = `${personId}-${id}-${due}`;
	const before = await redis.get(key);
	if (before && before !== jobId) {
		await queue.remove(before);
	}
	if (due === undefined) {
		await redis.del(key);
		return;
	}
	const delay = Math.max(0, due - now());
	await queue.add('notice', { personId, id, due }, { jobId, delay });
	await redis.set(key, jobId, 'PX', delay + DAY_IN_MS);
}
