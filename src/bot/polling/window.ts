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
	/**
	 * Takes in what Telegram handed out.
	 * @param asked the offset that was asked for. Lower ids mean that Telegram counts anew, as after a week without updates.
	 * @returns those that were not here before
	 */
	take: (updates: readonly Update[], asked: number) => Update[];
	finish: (updateId: number) => void;
	/** Those of an answer that are still in hand, and would come again in the next one. */
	unfinished: (updates: readonly Update[]) => Update[];
	/** Asks for these no more: they are kept elsewhere. They stay in hand. */
	pass: (updates: readonly Update[]) => void;
	/** Whether nothing is in hand but what was passed. */
	isClear: () => boolean;
	/** How many are in hand. */
	size: () => number;
	/** Resolves when the condition holds, which is looked at whenever an update is finished, or after so many milliseconds. */
	until: (condition: () => boolean, most: number) => Promise<void>;
};

export function createWindow(): Window {
	/** False for those that are passed. */
	const inHand = new Map<number, boolean>();
	const finished = new Set<number>();
	const waiters = createWaiters();
	let next = 0;
	let highest = 0;
	const known = (id: number): boolean => id < next || inHand.has(id) || finished.has(id);
	const advance = (): void => {
		const asked = [...inHand].filter(([, isAsked]) => isAsked).map(([id]) => id);
		next = Math.min(highest + 1, ...asked);
		for (const id of finished) {
			if (id < next) {
				finished.delete(id);
			}
		}
	};
	const beginAnew = (): void => {
		finished.clear();
		next = 0;
		highest = 0;
		for (const id of inHand.keys()) {
			inHand.set(id, false);
		}
	};
	return {
		offset: () => next,
		take: (updates, asked) => {
			if (updates.some(({ update_id }) => update_id < asked)) {
				beginAnew();
			}
			const fresh = updates.filter(({ update_id }) => !known(update_id));
			for (const { update_id } of fresh) {
				inHand.set(update_id, true);
				highest = Math.max(highest, update_id);
			}
			advance();
			return fresh;
		},
		finish: (id) => {
			if (inHand.get(id)) {
				finished.add(id);
			}
			inHand.delete(id);
			advance();
			waiters.look();
		},
		unfinished: (updates) => updates.filter(({ update_id }) => inHand.get(update_id)),
		pass: (updates) => {
			for (const { update_id } of updates) {
				if (inHand.has(update_id)) {
					inHand.set(update_id, false);
				}
			}
			advance();
		},
		isClear: () => next === highest + 1 || inHand.size === 0,
		size: () => inHand.size,
		until: waiters.until,
	};
}

/** Callers that wait for a condition, which is looked at whenever `look` is called. */
function createWaiters(): { look: () => void; until: Window['until'] } {
	const waiting = new Set<() => void>();
	const until: Window['until'] = (condition, most) =>
		new Promise((resolve) => {
			const end = (): void => {
				clearTimeout(timer);
				// Under load the window is never empty, and these callbacks would pile up.
				waiting.delete(look);
				resolve();
			};
			const look = (): void => {
				if (condition()) {
					end();
				}
			};
			const timer = setTimeout(end, most);
			waiting.add(look);
			look();
		});
	return { look: () => waiting.forEach((look) => void look()), until };
}
