import pLimit from 'p-limit';
import type { Logger } from 'pino';
import type { ReminderStore } from '../storage/store.ts';
import { byPerson } from './by-person.ts';
import type { Deliver, ReminderQueue } from './queue.ts';

const EVERY_MS = 15_000;
/** So few that all of them are delivered before their claim of a minute is over. */
const BATCH = 100;
/** People who are reminded at the same time. */
const AT_ONCE = 5;

type Parts = { store: Pick<ReminderStore, 'claimReminders'>; log: Logger; now: () => number };
type Round = Parts & { deliver: Deliver; isStopped: () => boolean };

/** The queue of a single process: no server, it asks the store every 15 seconds. */
export function createEmbeddedQueue(parts: Parts): ReminderQueue {
	let timer: NodeJS.Timeout | undefined;
	let running: Promise<void> | undefined;
	let stopped = false;
	const look = (deliver: Deliver): void => {
		running ??= deliverDue({ ...parts, deliver, isStopped: () => stopped })
			.catch((error) => parts.log.warn({ err: error }, 'reminders could not be read, trying again'))
			.finally(() => {
				running = undefined;
			});
	};
	return {
		// What was saved is found at the next look.
		plan: async () => undefined,
		start: (deliver) => {
			look(deliver);
			timer = setInterval(() => look(deliver), EVERY_MS);
		},
		stop: async () => {
			stopped = true;
			clearInterval(timer);
			await running;
		},
	};
}

/** Delivers all that is due now, in batches. */
async function deliverDue({ store, log, now, deliver, isStopped }: Round): Promise<void> {
	const limit = pLimit(AT_ONCE);
	let claimed = BATCH;
	while (claimed >= BATCH && !isStopped()) {
		const due = await store.claimReminders(now(), BATCH);
		claimed = due.length;
		await limit.map(byPerson(due), async (ofOne) => {
			// After stopping, the rest of the batch comes again when its claim is over.
			if (!isStopped()) {
				await deliver(ofOne).catch((error) => log.error({ err: error }, 'reminders were not delivered, trying again'));
			}
		});
	}
}
