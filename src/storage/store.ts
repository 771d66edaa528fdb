/**
 * What the bot remembers. Nothing is written when somebody merely asks; only what a person chose to have kept.
 * Methods answer at once or as promises, so that a file and a server can stand behind the same contract.
 */
export type Store = {
	/** The language that a person chose, or undefined. */
	readLocale: (personId: number) => Promise<string | undefined>;
	saveLocale: (personId: number, locale: string) => Promise<void>;
	/** Counts a question that was not understood, by its words and the day (as 2026-11-20) and nothing else. */
	countMiss: (form: string, day: string) => Promise<void>;
	/** What was not understood on at least so many different days, the commonest first. */
	listMisses: (leastDays: number) => Promise<Miss[]>;
	close: () => Promise<void>;
};

export type Miss = { form: string; days: number; times: number };
