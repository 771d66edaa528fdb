import pLimit from 'p-limit';
import type { Logger } from 'pino';
import type { Reminder } from '../storage/reminder.ts';
import type { ClaimedReminder, ReminderStore } from '../storage/store.ts';

/** Sends what is due to one person. Where it throws, the reminders come again when their lease has run out. */
export type OnDue = (due: readonly ClaimedReminder[]) => Promise<void>;

/** Wakes when reminders are due. What is due the store knows; a queue only knows when to ask it. */
export type ReminderQueue = {
	/**
	 * A reminder was saved with a due time, or removed (due undefined): the queue knows when to wake.
	 * @throws StoreError where the queue cannot keep it
	 */
	schedule: (reminder: Reminder) => Promise<void>;
	/**
	 * Keeps nothing about a person any more.
	 * @throws StoreError where that is not possible now
	 */
	forget: (personId: number) => Promise<void>;
	/** Hands due reminders, all of one person at a time, to `deliver` until stopped. */
	start: (deliver: OnDue) => void;
	/** Asks the store now, after the clock was moved. A queue that goes by a clock of its own has none. */
	poll?: () => void;
	/** Takes nothing more, and waits for what is being delivered. */
	stop: () => Promise<void>;
};

/** So few that all of them are delivered before their lease runs out. */
const BATCH = 100;

/** People who are reminded at the same time. */
export const CONCURRENCY = 5;

type Parts = {
	store: Pick<ReminderStore, 'claimReminders'>;
	log: Logger;
	now: () => number;
	deliver: OnDue;
	isStopped: () => boolean;
};

/**
 * Delivers all that is due now, in batches, a few people at once.
 * @throws StoreError where the store cannot say what is due; a failed delivery is only logged
 */
export async function drainDue({ store, log, now, deliver, isStopped }: Parts): Promise<void> {
	const limit = pLimit(CONCURRENCY);
	let claimed = BATCH;
	while (claimed >= BATCH && !isStopped()) {
		const due = await store.claimReminders(now(), BATCH);
		claimed = due.length;
		await limit.map(groupByPerson(due), async (ofPerson) => {
			// After stopping, the rest of the batch comes again when its lease has run out.
			if (!isStopped()) {
				await deliver(ofPerson).catch((error) =>
					log.error({ err: error }, 'reminders were not delivered, trying again'),
				);
			}
		});
	}
}

/** One list for each person, in the order in which they came. */
function groupByPerson(due: readonly ClaimedReminder[]): ClaimedReminder[][] {
	const people = new Map<number, ClaimedReminder[]>();
	for (const reminder of due) {
		people.set(reminder.personId, [...(people.get(reminder.personId) ?? []), reminder]);
	}
	return [...people.values()];
}
