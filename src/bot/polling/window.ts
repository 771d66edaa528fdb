import type { Update } from 'grammy/types';

/** As many as Telegram hands out at once. */
export const WINDOW = 100;

/**
 * Which updates are in hand. Telegram forgets an update when a later one is asked for, so what is asked for is the
 * oldest that is not finished: a killed process loses nothing, and one slow chat does not hold the others, since those
 * behind it come again and are told apart here.
 */
export type Window = {
	/** The lowest id that is not finished. */
	offset: () => number;
	/** Takes in what Telegram handed out. @returns those that were not here before */
	take: (updates: readonly Update[]) => Update[];
	finish: (updateId: number) => void;
	/** How many are in hand. */
	size: () => number;
	/** Resolves when nothing is in hand, or after so many milliseconds. */
	idle: (most?: number) => Promise<void>;
};

export function createWindow(): Window {
	const inHand = new Set<number>();
	const waiting = new Set<() => void>();
	let next = 0;
	let highest = 0;
	const known = (id: number): boolean => id < next || inHand.has(id) || finished.has(id);
	const finished = new Set<number>();
	const advance = (): void => {
		next = Math.min(highest + 1, ...inHand);
		for (const id of finished) {
			if (id < next) {
				finished.delete(id);
			}
		}
	};
	const finish = (id: number): void => {
		if (inHand.delete(id)) {
			finished.add(id);
		}
		advance();
		if (inHand.size === 0) {
			for (const end of waiting) {
				end();
			}
		}
	};
	return {
		offset: () => next,
		take: (updates) => {
			const fresh = updates.filter(({ update_id }) => !known(update_id));
			for (const { update_id } of fresh) {
				inHand.add(update_id);
				highest = Math.max(highest, update_id);
			}
			if (fresh.length === 0 && updates.length >= WINDOW) {
				// A hundred updates wait behind this one: give up its confirmation. It goes on, but is lost if the process is killed.
				inHand.delete(next);
			}
			advance();
			return fresh;
		},
		finish,
		size: () => inHand.size,
		idle: (most) =>
			new Promise((resolve) => {
				if (inHand.size === 0) {
					return resolve();
				}
				const end = (): void => {
					clearTimeout(timer);
					// Under load the window is never empty, and these callbacks would pile up.
					waiting.delete(end);
					resolve();
				};
				const timer = most === undefined ? undefined : setTimeout(end, most);
				waiting.add(end);
			}),
	};
}
