import type { GroupSettings, PersonSettings } from './settings.ts';

/**
 * What the bot remembers. Nothing is written when somebody merely asks; only what a person chose to have kept, and
 * what a group chose to have deleted. All methods are asynchronous, so that a file and a server can stand behind them.
 */
export type Store = {
	readPerson: (personId: number) => Promise<PersonSettings>;
	/** Changes some of a person's settings; undefined takes one back. */
	changePerson: (personId: number, change: Partial<PersonSettings>) => Promise<void>;
	readGroup: (chatId: number) => Promise<GroupSettings>;
	/** Changes some of a group's settings; undefined takes one back. */
	changeGroup: (chatId: number, change: Partial<GroupSettings>) => Promise<void>;
	/** A group that becomes a supergroup gets a new id. Where the new one has settings already, they stay. */
	moveGroup: (from: number, to: number) => Promise<void>;
	/** Remembers messages that are to be deleted. */
	addDeletion: (deletion: Deletion) => Promise<void>;
	/** What is to be deleted by now, the oldest first. It stays until it is forgotten. */
	listDeletions: (now: number, most: number) => Promise<Deletion[]>;
	forgetDeletion: (deletion: Deletion) => Promise<void>;
	/** Counts a question that was not understood, by its words and the day (as 2026-11-20) and nothing else. */
	countMiss: (form: string, day: string) => Promise<void>;
	/** What was not understood on at least so many different days, the commonest first. */
	listMisses: (leastDays: number) => Promise<Miss[]>;
	close: () => Promise<void>;
};

/** Messages of one chat; `due` in milliseconds since 1970. */
export type Deletion = { chatId: number; messageIds: readonly number[]; due: number };
export type Miss = { form: string; days: number; times: number };
