import { DAY_IN_MS } from '../dates/day.ts';
import type { Reminder } from './reminder.ts';
import type { GroupSettings, PersonSettings } from './settings.ts';

/**
 * What the bot remembers. A question writes nothing but the number of its update, so that it is not answered twice,
 * and in a crowd the update itself while its answer has to wait; all else is what a person or a group chose to have kept. All methods are asynchronous, so that a file and a server can stand
 * behind them, and throw a StoreError where nothing can be read or kept.
 */
export type Store = SettingsStore &
	DeletionStore &
	ReminderStore &
	FeedbackStore &
	UpdateStore &
	UnansweredStore &
	PersonStore & {
		/** Why nothing can be kept since the start, and what to do: a sentence for the operator. */
		broken?: string;
		/** May be called twice. */
		close: () => Promise<void>;
	};

export type SettingsStore = {
	readPerson: (personId: number) => Promise<PersonSettings>;
	/** Changes some of a person's settings; undefined takes one back. */
	changePerson: (personId: number, change: Partial<PersonSettings>) => Promise<void>;
	readGroup: (chatId: number) => Promise<GroupSettings>;
	/** Changes some of a group's settings; undefined takes one back. */
	changeGroup: (chatId: number, change: Partial<GroupSettings>) => Promise<void>;
	/** A group that becomes a supergroup gets a new id. Where the new one has settings already, they stay. */
	moveGroup: (from: number, to: number) => Promise<void>;
};

/** Messages of one chat; `due` in milliseconds since 1970. */
export type Deletion = { chatId: number; messageIds: readonly number[]; due: number };

export type DeletionStore = {
	/** Remembers messages that are to be deleted. */
	addDeletion: (deletion: Deletion) => Promise<void>;
	/** At most `limit` of what is due, the oldest first. It stays until it is forgotten. */
	listDeletions: (now: number, limit: number) => Promise<Deletion[]>;
	forgetDeletion: (deletion: Deletion) => Promise<void>;
};

export type ReminderStore = {
	/** Adds a reminder or replaces it, and ends its lease. */
	saveReminder: (reminder: Reminder) => Promise<void>;
	/** All of a person's, the next due first. */
	listReminders: (personId: number) => Promise<Reminder[]>;
	/** Does nothing where there is none of this id. */
	removeReminder: (personId: number, id: string) => Promise<void>;
	/**
	 * Leases due reminders to the caller, all of a person's at once: until they are saved, removed, or the lease has run
	 * out, nobody else gets them. `tries` says how often this notice has been leased before.
	 * @param now in milliseconds since 1970
	 * @param limit how many reminders at least, if so many are due
	 * @param personId where only this person's are wanted
	 */
	claimReminders: (now: number, limit: number, personId?: number) => Promise<ClaimedReminder[]>;
};
export type ClaimedReminder = Reminder & { tries: number };

export type Vote = 'good' | 'steps' | 'links' | 'numbers';
/** A vote can be the first of its answer and month, take the place of another, or say what was said already. */
export type VoteOutcome = 'counted' | 'replaced' | 'same';
export type FeedbackStore = {
	/**
	 * Counts what a person says of an answer, once per answer and month: their last word replaces the one before. An
	 * earlier version noted that somebody voted, but not what; such a vote cannot be taken back, so it stays counted, and
	 * any other of that month is the `same`.
	 * @param answer like check-data/povo
	 * @param month like 2026-11
	 */
	vote: (answer: string, personId: number, month: string, vote: Vote) => Promise<VoteOutcome>;
	/** The counts of every answer that has any. */
	listVotes: () => Promise<VoteCount[]>;
};
export type VoteCount = { answer: string } & Record<Vote, number>;

/** Whoever holds an update or a reminder for longer was killed, so somebody else may have it. */
export const UPDATE_LEASE_MS = 30_000;
export const REMINDER_LEASE_MS = 60_000;

/** Telegram keeps an update for a day; twice as long is safe. */
export const UPDATE_KEPT_MS = 2 * DAY_IN_MS;

export type UpdateStore = {
	/** Whether an update was handled before, within two days. */
	isSeen: (updateId: number) => Promise<boolean>;
	/**
	 * Leases an update to the caller.
	 * @param now in milliseconds since 1970
	 * @returns false where somebody else holds the lease, or the update was handled
	 */
	claimUpdate: (updateId: number, now: number) => Promise<boolean>;
	/** Keeps one's lease for as long again. */
	renewUpdate: (updateId: number, now: number) => Promise<void>;
	/** Remembers for two days that an update was handled, and ends its lease. */
	markSeen: (updateId: number, now: number) => Promise<void>;
	/** Keeps updates that nobody will bring again, so that a killed process loses none. */
	holdUpdates: (updates: readonly HeldUpdate[]) => Promise<void>;
	listHeldUpdates: () => Promise<HeldUpdate[]>;
	/** Does nothing where there is none of this id. */
	releaseUpdate: (updateId: number) => Promise<void>;
};

/** An update whose answer takes long. `body` is its JSON. */
export type HeldUpdate = { id: number; body: string };

/** Long enough to see what comes again, short enough that nothing lies there for ever. */
export const UNANSWERED_KEPT_DAYS = 90;

/** `choices` says which of the offered answers was tapped, and how often. */
export type Unanswered = { text: string; days: number; times: number; choices: Readonly<Record<string, number>> };

/** Stands between the words of a question and the answer that was chosen for it. No word of the knowledge holds it. */
export const CHOSEN = ' → ';

/** Puts the choices to their questions. @param rows with a day or more each @param minDays for a question to be told */
export function withChoices(rows: readonly Omit<Unanswered, 'choices'>[], minDays: number): Unanswered[] {
	const asked = rows.filter(({ text, days }) => !text.includes(CHOSEN) && days >= minDays);
	return asked.map((one) => {
		const chosen = rows.filter(({ text }) => text.startsWith(`${one.text}${CHOSEN}`));
		return {
			...one,
			choices: Object.fromEntries(
				chosen.map(({ text, times }) => [text.slice(one.text.length + CHOSEN.length), times]),
			),
		};
	});
}

export type UnansweredStore = {
	/** Counts a question that was not understood, by its words and the day (as 2026-11-20) and nothing else. */
	countUnanswered: (text: string, day: string) => Promise<void>;
	/** Counts which of the offered answers was taken for such a question, and nothing of who took it. */
	countChoice: (text: string, choice: string, day: string) => Promise<void>;
	/** What was not understood on at least so many different days, the commonest first. */
	listUnanswered: (minDays: number) => Promise<Unanswered[]>;
};

export type PersonStore = {
	/** What is kept about a person, as it is stored. A vote is its answer and month. */
	exportPerson: (personId: number) => Promise<{ settings: PersonSettings; reminders: Reminder[]; votes: string[] }>;
	/** Deletes everything that is kept about a person. */
	forgetPerson: (personId: number) => Promise<void>;
	/** A person blocked the bot at this time, or took it back (undefined). */
	markBlocked: (personId: number, at: number | undefined) => Promise<void>;
	/** Forgets everybody who blocked the bot before this time. @returns whom */
	forgetBlocked: (before: number) => Promise<number[]>;
};

/** The name of a method of the store. */
export type StoreMethod = Exclude<keyof Store, 'broken'>;

type AnyMethod = (...given: never[]) => Promise<unknown>;

/**
 * A store, or parts of one, with something around each of its methods.
 * @param around gets a method and its name, and gives what takes its place
 */
export function wrapMethods<Parts extends Partial<Store>>(
	parts: Parts,
	around: (method: AnyMethod, name: StoreMethod) => AnyMethod,
): Parts {
	const entries = Object.entries(parts).map(([name, value]) => [
		name,
		typeof value === 'function' ? around(value, name as StoreMethod) : value,
	]);
	return Object.fromEntries(entries) as Parts;
}
