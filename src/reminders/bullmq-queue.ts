import { openNotices } from './bullmq-notices.ts';
import { startWorker, type WorkerParts } from './bullmq-worker.ts';
import { createEmbeddedQueue } from './embedded-queue.ts';
import type { ReminderQueue } from './queue.ts';

/** A reminder was saved, but the process was killed before its job was: seldom, so it need not be found soon. */
const NET_EVERY_MS = 10 * 60 * 1000;

/**
 * The queue of several processes on one Redis: a job wakes for each notice at its time, in one of them. Below it lies a
 * net: what has no job, for whatever reason, is found by asking the store now and then.
 * @param parts.lockMs after how long a killed process is noticed, half a minute unless told
 * @throws StoreError when the server does not answer now
 */
export async function openBullmqQueue(parts: WorkerParts): Promise<ReminderQueue> {
	const notices = await openNotices(parts);
	const net = createEmbeddedQueue({ ...parts, everyMs: NET_EVERY_MS });
	let worker: ReturnType<typeof startWorker> | undefined;
	return {
		schedule: notices.schedule,
		start: (deliver) => {
			worker = startWorker({ ...parts, deliver });
			net.start(deliver);
		},
		stop: async () => {
			await Promise.all([worker?.stop(), net.stop()]);
			// Last, since who delivers also plans what comes next.
			await notices.close();
		},
	};
}
