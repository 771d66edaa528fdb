/** Counts what comes in, for limits that several processes share. It never fails: where nothing can be counted, all is let through. */
export type Counter = {
	/** Adds one. @returns how many there are now */
	incr: (key: string) => Promise<number>;
	/** From now on, a count is forgotten after so many milliseconds. @returns 1, or 0 where nothing was counted */
	pexpire: (key: string, ms: number) => Promise<number>;
};

/** What several processes of the same bot have in common beside the store. */
export type Coordination = {
	/**
	 * Does something when no other process does something under the same key. Who waits too long goes on all the same:
	 * a person waits for the answer. Throws what the action throws, and nothing else.
	 */
	withLock: (key: string, action: () => Promise<void>) => Promise<void>;
	/** Not there where one process counts for itself. */
	counter?: Counter;
};

/** One process shares with nobody. */
export const SINGLE_PROCESS: Coordination = { withLock: (_key, action) => action() };
