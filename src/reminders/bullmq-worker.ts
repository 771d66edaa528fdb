import { DelayedError, type Job, Worker } from 'bullmq';
import type { Logger } from 'pino';
import { createConnection } from '../storage/redis/connect.ts';
import type { ReminderStore } from '../storage/store.ts';
import { CLAIM_OVER_MS, type Notice, QUEUE_NAME, QUEUE_PREFIX } from './bullmq-notices.ts';
import type { Deliver } from './queue.ts';

/** People who are reminded at the same time. */
const AT_ONCE = 5;
/** After so long without a sign of life, a process counts as killed and another takes over. */
const LOCK_MS = 30_000;
/** A process that is killed again and again, by something else than this job. */
const MOST_KILLS = 10;
/** A worker asks for the next job for ten seconds at most; who then says nothing for so long is no longer there. */
const SILENCE_MS = 30_000;

export type WorkerParts = {
	url: string;
	store: Pick<ReminderStore, 'claimReminders' | 'listReminders'>;
	log: Logger;
	now: () => number;
	lockMs?: number;
};
type Processing = WorkerParts & { deliver: Deliver };

/** Delivers what is due when a job wakes, until it is stopped. */
export function startWorker(parts: Processing): { stop: () => Promise<void> } {
	const { url, log, lockMs = LOCK_MS } = parts;
	// A worker waits for its server, however long it is gone.
	const redis = createConnection(url, { maxRetriesPerRequest: null, socketTimeout: SILENCE_MS });
	const worker = new Worker<Notice>(QUEUE_NAME, (job, token) => deliverNotice(parts, job, token), {
		connection: redis,
		prefix: QUEUE_PREFIX,
		concurrency: AT_ONCE,
		lockDuration: lockMs,
		stalledInterval: lockMs,
		maxStalledCount: MOST_KILLS,
	});
	worker.on('error', (error) => {
		// That the server is gone, the store says.
		if (redis.status === 'ready') {
			log.warn({ err: error }, 'the queue in Redis fails, trying again');
		}
	});
	worker.on('failed', (_job, error) => log.error({ err: error }, 'reminders were not delivered, trying again'));
	return {
		stop: async () => {
			// Where there is no server, it would wait for it to say goodbye.
			await worker.close(redis.status !== 'ready');
			redis.disconnect();
		},
	};
}

/** The job is done when its notice is no longer due, whoever delivered it. */
async function deliverNotice(
	{ store, now, deliver }: Processing,
	job: Job<Notice>,
	token: string | undefined,
): Promise<void> {
	const { personId, id, due } = job.data;
	const claimed = await store.claimReminders(now(), 1, personId);
	if (claimed.length > 0) {
		await deliver(claimed);
	}
	const kept = await store.listReminders(personId);
	if (kept.some((reminder) => reminder.id === id && reminder.due === due)) {
		// Another has it in hand, who may have been killed with it.
		await job.moveToDelayed(Date.now() + CLAIM_OVER_MS, token);
		throw new DelayedError();
	}
}
