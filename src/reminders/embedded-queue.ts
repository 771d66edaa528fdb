import type { Logger } from 'pino';
import type { ReminderStore } from '../storage/store.ts';
import { drainDue, type OnDue, type ReminderQueue } from './queue.ts';

const POLL_EVERY_MS = 15_000;

type Parts = { store: Pick<ReminderStore, 'claimReminders'>; log: Logger; now: () => number; everyMs?: number };

/**
 * The queue of a single process: no server, it only asks the store.
 * @param parts.everyMs how often, every 15 seconds unless told
 */
export function createEmbeddedQueue({ everyMs = POLL_EVERY_MS, ...parts }: Parts): ReminderQueue {
	let timer: NodeJS.Timeout | undefined;
	let round: Promise<void> | undefined;
	let stopped = false;
	let poll = (): void => undefined;
	const drain = (deliver: OnDue): void => {
		round ??= drainDue({ ...parts, deliver, isStopped: () => stopped })
			.catch((error) => parts.log.warn({ err: error }, 'reminders could not be read, trying again'))
			.finally(() => {
				round = undefined;
			});
	};
	return {
		// What was saved is found at the next poll.
		schedule: async () => undefined,
		// It knows nobody: what is due it asks the store.
		forget: async () => undefined,
		start: (deliver) => {
			poll = () => drain(deliver);
			poll();
			timer = setInterval(poll, everyMs);
		},
		poll: () => poll(),
		stop: async () => {
			stopped = true;
			clearInterval(timer);
			await round;
		},
	};
}
