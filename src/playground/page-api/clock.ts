import { DAY_IN_MS } from '../../dates/day.ts';

/** The real time, which can be moved ahead to see what comes. */
export type Clock = { now: () => number; offset: () => number; move: (days: number) => void };

export function createClock(realNow: () => number = Date.now): Clock {
	let offset = 0;
	return {
		now: () => realNow() + offset,
		offset: () => offset,
		move: (days) => {
			offset += days * DAY_IN_MS;
		},
	};
}
