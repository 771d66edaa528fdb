import type { ClaimedReminder, Reminder } from '../storage/store.ts';

/** Sends what is due to one person. Where it throws, the reminders come again when their claim is over. */
export type Deliver = (due: readonly ClaimedReminder[]) => Promise<void>;

/** Wakes when reminders are due. What is due the store knows; a queue only knows when to ask it. */
export type ReminderQueue = {
	/**
	 * A reminder was saved with a due time, or removed (due undefined): the queue knows when to wake.
	 * @throws StoreError where the queue cannot keep it
	 */
	schedule: (reminder: Reminder) => Promise<void>;
	/** Hands due reminders, all of one person at a time, to `deliver` until stopped. */
	start: (deliver: Deliver) => void;
	/** Looks now, where the clock was moved. A queue that goes by a clock of its own has none. */
	poll?: () => void;
	/** Takes nothing more, and waits for what is being delivered. */
	stop: () => Promise<void>;
};
