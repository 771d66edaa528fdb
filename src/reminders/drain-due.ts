import pLimit from 'p-limit';
import type { Logger } from 'pino';
import type { ClaimedReminder, ReminderStore } from '../storage/store.ts';
import type { Deliver } from './queue.ts';

/** So few that all of them are delivered before their claim of a minute is over. */
const BATCH = 100;
/** People who are reminded at the same time. */
const AT_ONCE = 5;

type Parts = {
	store: Pick<ReminderStore, 'claimReminders'>;
	log: Logger;
	now: () => number;
	deliver: Deliver;
	isStopped: () => boolean;
};

/**
 * Delivers all that is due now, in batches, a few people at once.
 * @throws StoreError where the store cannot say what is due; what fails at delivering is only logged
 */
export async function drainDue({ store, log, now, deliver, isStopped }: Parts): Promise<void> {
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

/** Reminders of many people, as one list for each person, in the order in which they came. */
export function byPerson(due: readonly ClaimedReminder[]): ClaimedReminder[][] {
	const people = new Map<number, ClaimedReminder[]>();
	for (const reminder of due) {
		people.set(reminder.personId, [...(people.get(reminder.personId) ?? []), reminder]);
	}
	return [...people.values()];
}
