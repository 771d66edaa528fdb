import NodeCache from 'node-cache';

/** Counts what comes in, for limits that several processes share. It never throws: while nothing can be counted, nobody is limited. */
export type Counter = {
	/** Adds one. @returns how many there are now */
	incr: (key: string) => Promise<number>;
	/** Forgets a count in so many milliseconds. @returns 1, or 0 where nothing was counted */
	pexpire: (key: string, ms: number) => Promise<number>;
};

/** Remembers small things for minutes. It never throws: while nothing can be remembered, nothing is. */
export type Memory = {
	recall: (key: string) => Promise<string | undefined>;
	remember: (key: string, value: string, seconds: number) => Promise<void>;
};

/** What several processes of the same bot have in common beside the store. */
export type Coordination = {
	/**
	 * Runs the action while no other process runs one under the same key. After waiting too long it runs all the same: a
	 * person waits for the answer. Throws what the action throws, and nothing else.
	 */
	withLock: (key: string, action: () => Promise<void>) => Promise<void>;
	memory: Memory;
	/** Absent where one process counts for itself. */
	counter?: Counter;
};

/** A single process shares nothing. */
export function createSingleProcess(): Coordination {
	return { withLock: (_key, action) => action(), memory: createMemory() };
}

/** Enough for the busiest minutes; beyond that the oldest are not worth the room. */
const MOST_REMEMBERED = 20_000;

function createMemory(): Memory {
	const known = new NodeCache({ maxKeys: MOST_REMEMBERED, useClones: false });
	return {
		recall: async (key) => known.get<string>(key),
		remember: async (key, value, seconds) => {
			if (known.getStats().keys >= MOST_REMEMBERED) {
				known.flushAll();
			}
			known.set(key, value, seconds);
		},
	};
}
