import type { Change } from './types.ts';

/** Tells every open page what happened. */
export type Hub = {
	emit: (change: Change) => void;
	/** @returns a function that stops it */
	subscribe: (listener: (change: Change) => void) => () => void;
	/** How many pages are open. */
	size: () => number;
};

export function createHub(): Hub {
	const listeners = new Set<(change: Change) => void>();
	return {
		emit: (change) => {
			for (const listener of [...listeners]) {
				listener(change);
			}
		},
		subscribe: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		size: () => listeners.size,
	};
}
