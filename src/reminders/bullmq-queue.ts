import { createHash } from 'node:crypto';
import { DelayedError, type Job, Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { DAY_IN_MS } from '../dates/day.ts';
import { connectOnce, createConnection, endConnection, FAIL_FAST, orStoreError } from '../storage/redis/connect.ts';
import { KEYS, PREFIX } from '../storage/redis/keys.ts';
import type { Reminder } from '../storage/reminder.ts';
import { REMINDER_LEASE_MS, type ReminderStore } from '../storage/store.ts';
import { createEmbeddedQueue } from './embedded-queue.ts';
import { CONCURRENCY, type OnDue, type ReminderQueue } from './queue.ts';

/** One notice of one reminder: what a job carries. */
type Notice = { personId: number; id: string; due: number };

const QUEUE_NAME = 'notices';
const QUEUE_PREFIX = `${PREFIX}bull`;

/** A reminder that was not delivered is leased until then. */
const RETRY_AFTER_MS = REMINDER_LEASE_MS + 1000;
/** A process that renews no lock for so long counts as killed, and another takes its jobs over. */
const LOCK_MS = 30_000;
/** How often a job may be taken over: processes can be killed by other things than this job. */
const MAX_STALLED = 10;
/** A worker's blocking read takes ten seconds at most; a connection that is silent for so long is dead. */
const SILENCE_MS = 30_000;
/** Sweep for reminders without a job, left by a kill between the two writes: so seldom that it need not be soon. */
const SWEEP_EVERY_MS = 10 * 60 * 1000;

const JOB_OPTIONS = {
	attempts: 5,
	backoff: { type: 'exponential', delay: RETRY_AFTER_MS },
	removeOnComplete: true,
	removeOnFail: true,
};

type Parts = {
	url: string;
	store: Pick<ReminderStore, 'claimReminders' | 'listReminders'>;
	log: Logger;
	now: () => number;
	lockMs?: number;
};

/**
 * The queue of several processes on one Redis: a job wakes one of them for each notice at its time. A sweeper asks the
 * store now and then for reminders that have no job, for whatever reason.
 * @param parts.lockMs after how long a killed process is noticed, half a minute unless told
 * @throws StoreError when the server does not answer now
 */
export async function openBullmqQueue(parts: Parts): Promise<ReminderQueue> {
	const jobs = await openJobs(parts);
	const sweeper = createEmbeddedQueue({ ...parts, everyMs: SWEEP_EVERY_MS });
	let worker: ReturnType<typeof startWorker> | undefined;
	return {
		schedule: jobs.schedule,
		forget: jobs.forget,
		start: (deliver) => {
			worker = startWorker({ ...parts, deliver });
			sweeper.start(deliver);
		},
		stop: async () => {
			await Promise.all([worker?.stop(), sweeper.stop()]);
			// Last, because delivering a notice schedules the next one.
			await jobs.close();
		},
	};
}

/** The jobs that wake for reminders, one for each notice. */
async function openJobs({ url, now }: Pick<Parts, 'url' | 'now'>) {
	const redis = createConnection(url, FAIL_FAST);
	await orStoreError(connectOnce(redis), url);
	const queue = new Queue<Notice>(QUEUE_NAME, {
		connection: redis,
		prefix: QUEUE_PREFIX,
		defaultJobOptions: JOB_OPTIONS,
	});
	// `schedule` throws the error to its caller, and that the server is gone is logged by the store.
	queue.on('error', () => undefined);
	await orStoreError(queue.waitUntilReady(), url);
	return {
		schedule: (reminder: Reminder) => orStoreError(scheduleNotice({ queue, redis, now }, reminder), url),
		forget: (personId: number) => orStoreError(removeJobs({ queue, redis }, personId), url),
		close: async () => {
			await closeWhileThere(redis, () => queue.close());
			await endConnection(redis);
		},
	};
}

type Scheduling = { queue: Queue<Notice>; redis: Redis; now: () => number };

/** Removes the job of the notice before, if any, unless it is running at this moment. */
async function scheduleNotice({ queue, redis, now }: Scheduling, { personId, id, due }: Reminder): Promise<void> {
	const key = KEYS.planned(personId);
	const jobId = jobIdOf({ personId, id, due });
	const before = await redis.hget(key, id);
	if (before && before !== jobId) {
		await queue.remove(before);
	}
	if (due === undefined) {
		await redis.hdel(key, id);
		return;
	}
	const delay = Math.max(0, due - now());
	await queue.add('notice', { personId, id, due }, { jobId, delay });
	await redis.hset(key, id, jobId);
	await redis.pexpire(key, Math.max(delay + DAY_IN_MS, await redis.pttl(key)));
}

/**
 * The same for the same notice, so that scheduling it twice adds one job: BullMQ ignores an id that it has. It tells
 * nobody whose notice it is, since BullMQ writes the ids of jobs to a stream and leaves them there.
 */
function jobIdOf({ personId, id, due }: Omit<Notice, 'due'> & { due: number | undefined }): string {
	return `notice-${createHash('sha256').update(`${personId}-${id}-${due}`).digest('hex').slice(0, 32)}`;
}

/** One that is running at this moment stays until it is done, and finds nothing to deliver. */
async function removeJobs({ queue, redis }: Pick<Scheduling, 'queue' | 'redis'>, personId: number): Promise<void> {
	const key = KEYS.planned(personId);
	await Promise.all((await redis.hvals(key)).map((jobId) => queue.remove(jobId)));
	await redis.del(key);
}

type Delivering = Parts & { deliver: OnDue };

/** Delivers what is due when a job wakes, until it is stopped. */
function startWorker(parts: Delivering): { stop: () => Promise<void> } {
	const { url, log, lockMs = LOCK_MS } = parts;
	// A worker waits for its server, however long it is gone.
	const redis = createConnection(url, { maxRetriesPerRequest: null, socketTimeout: SILENCE_MS });
	const worker = new Worker<Notice>(QUEUE_NAME, (job, token) => deliverNotice(parts, job, token), {
		connection: redis,
		prefix: QUEUE_PREFIX,
		concurrency: CONCURRENCY,
		lockDuration: lockMs,
		stalledInterval: lockMs,
		maxStalledCount: MAX_STALLED,
	});
	worker.on('error', (error) => {
		// That the server is gone is logged by the store.
		if (redis.status === 'ready') {
			log.warn({ err: error }, 'the queue in Redis fails, trying again');
		}
	});
	worker.on('failed', (_job, error) => log.error({ err: error }, 'reminders were not delivered, trying again'));
	return {
		stop: async () => {
			await closeWhileThere(redis, () => worker.close(redis.status !== 'ready'));
			redis.disconnect();
		},
	};
}

/** The job is done when its notice is no longer due, whoever delivered it. */
async function deliverNotice(
	{ store, now, deliver }: Delivering,
	job: Job<Notice>,
	token: string | undefined,
): Promise<void> {
	const { personId, id, due } = job.data;
	const claimed = await store.claimReminders(now(), 1, personId);
	if (claimed.length > 0) {
		await deliver(claimed);
	}
	const reminders = await store.listReminders(personId);
	if (reminders.some((reminder) => reminder.id === id && reminder.due === due)) {
		// Another process holds the lease, and may have been killed with it.
		await job.moveToDelayed(Date.now() + RETRY_AFTER_MS, token);
		throw new DelayedError();
	}
}

/** BullMQ waits for the server's answer when it closes something, for ever if the server is gone or goes meanwhile. */
async function closeWhileThere(redis: Redis, close: () => Promise<void>): Promise<void> {
	const gone = new Promise<void>((resolve) => void redis.once('close', resolve));
	const closing = close().catch(() => undefined);
	if (redis.status === 'ready') {
		await Promise.race([closing, gone]);
	}
}
