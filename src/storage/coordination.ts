/** Counts what comes in, for limits that several processes share. It never throws: while nothing can be counted, nobody is limited. */
export type Counter = {
	/** Adds one. @returns how many there are now */
	incr: (key: string) => Promise<number>;
	/** Forgets a count in so many milliseconds. @returns 1, or 0 where nothing was counted */
	pexpire: (key: string, ms: number) => Promise<number>;
};

/** What several processes of the same bot have in common beside the store. */
export type Coordination = {
	/**
	 * Runs the action while no other process runs one under the same key. After waiting too long it runs all the same: a
	 * person waits for the answer. Throws what the action throws, and nothing else.
	 */
	withLock: (key: string, action: () => Promise<void>) => Promise<void>;
	/** Absent where one process counts for itself. */
	counter?: Counter;
};

/** A single process shares nothing. */
export const SINGLE_PROCESS: Coordination = { withLock: (_key, action) => action() };
