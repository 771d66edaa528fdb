import type { Form, ProcedureId } from '../catalogue/vocabulary.ts';
import type { GroupSettings, PersonSettings } from './settings.ts';

/**
 * What the bot remembers. Nothing is written when somebody merely asks, except the number of the update, so that it is
 * not answered twice; else only what a person or a group chose to have kept. All methods are asynchronous, so that a
 * file and a server can stand behind them, and throw a StoreError where nothing can be read or kept.
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
		/** Also right when it is closed already. */
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
	/** What is to be deleted by now, the oldest first. It stays until it is forgotten. */
	listDeletions: (now: number, most: number) => Promise<Deletion[]>;
	forgetDeletion: (deletion: Deletion) => Promise<void>;
};

export type ReminderStore = {
	/** Keeps a reminder, or what has changed of it. It is nobody's in hand afterwards. */
	saveReminder: (reminder: Reminder) => Promise<void>;
	/** All of a person's, the next due first. */
	listReminders: (personId: number) => Promise<Reminder[]>;
	/** Also right where there is none of this id any more. */
	removeReminder: (personId: number, id: string) => Promise<void>;
	/**
	 * Takes due reminders in hand, all of a person's at once: until they are saved, removed, or a minute is over, nobody
	 * else gets them. `tries` says how often this notice has been in hand before.
	 * @param most how many reminders at least, if so many are due
	 * @param personId where only this person's are wanted
	 */
	claimReminders: (now: number, most: number, personId?: number) => Promise<ClaimedReminder[]>;
};
export type ClaimedReminder = Reminder & { tries: number };

export type Vote = 'good' | 'steps' | 'links' | 'numbers';
export type FeedbackStore = {
	/**
	 * Counts what a person says of an answer, once per answer and month.
	 * @param answer like check-data/povo
	 * @param month like 2026-11
	 * @returns whether it was counted
	 */
	vote: (answer: string, personId: number, month: string, vote: Vote) => Promise<boolean>;
	/** The counts of every answer that has any. */
	listVotes: () => Promise<VoteCount[]>;
};
export type VoteCount = { answer: string } & Record<Vote, number>;

/** Whoever has had an update in hand for so long was killed. */
export const CLAIM_MS = 30_000;
export type UpdateStore = {
	/** Whether an update was handled before, within two days. */
	isSeen: (updateId: number) => Promise<boolean>;
	/** Takes an update in hand for half a minute. @returns false where somebody has it, or it was handled */
	claimUpdate: (updateId: number, now: number) => Promise<boolean>;
	/** Remembers for two days that an update was handled. It is in nobody's hand afterwards. */
	markSeen: (updateId: number, now: number) => Promise<void>;
};

export type Unanswered = { text: string; days: number; times: number };
export type UnansweredStore = {
	/** Counts a question that was not understood, by its words and the day (as 2026-11-20) and nothing else. */
	countUnanswered: (text: string, day: string) => Promise<void>;
	/** What was not understood on at least so many different days, the commonest first. */
	listUnanswered: (leastDays: number) => Promise<Unanswered[]>;
};

export type PersonStore = {
	/** Everything that is kept about a person, as it is stored. */
	exportPerson: (personId: number) => Promise<{ settings: PersonSettings; reminders: Reminder[]; votes: string[] }>;
	/** Deletes everything that is kept about a person. */
	forgetPerson: (personId: number) => Promise<void>;
	/** A person blocked the bot at this time, or took it back (undefined). */
	markBlocked: (personId: number, at: number | undefined) => Promise<void>;
	/** Forgets everybody who blocked the bot before this time. @returns how many */
	forgetBlocked: (before: number) => Promise<number>;
};

/** What a person asked to be reminded of. */
export type Reminder = {
	/** Eight letters and digits, which fit into callback data. */
	id: string;
	/** Whom to remind; it is also the id of their private chat. */
	personId: number;
	/** The carrier of the card, or undefined for a plain date. */
	carrier?: string;
	form?: Form;
	/** In which language to remind. */
	locale: string;
	/** How the person calls the card, or the date. */
	label?: string;
	/** The procedure whose deadline rule was applied; undefined for a date that simply is the end. */
	rule?: ProcedureId;
	/** The day that the person said, as 2026-12-31. */
	from: string;
	/** The day that all is about: on it, what the rule says happens. */
	ends: string;
	/** An IANA name like Asia/Tokyo. */
	timeZone: string;
	/** When the next notice is due, in milliseconds since 1970; undefined when none is left. */
	due?: number;
};
