/**
 * How much a bot may send: about one message a second into one chat, short bursts above that allowed; 20 a minute into
 * one group; 30 a second over all chats (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this).
 * Telegram tells neither how long a burst may be nor how it counts; these are our numbers. It counts edits in a group
 * in the same way (https://grammy.dev/advanced/flood).
 */
const BURST = 30;
const CHAT_REFILL_MS = 1000;
const GROUP_MESSAGES = 20;
const GROUP_WINDOW_MS = 60_000;
const OVERALL = 30;
const OVERALL_WINDOW_MS = 1000;

export type FloodLimits = {
	/**
	 * Counts a message into a chat, if it may go there.
	 * @returns the seconds to wait, or undefined where it may go
	 */
	count(kind: 'send' | 'edit', chat: { id: number; type: string }): number | undefined;
};

/** A rule that says how long the next one has to wait, in milliseconds, and counts it. */
type Limit = { wait: () => number; count: () => void };

/** @param now the clock in milliseconds, which need not be that of the day */
export function createFloodLimits(now: () => number): FloodLimits {
	const overall = atMost(OVERALL, OVERALL_WINDOW_MS, now);
	const chats = new Map<string, Limit>();
	const limitOf = (kind: string, { id, type }: { id: number; type: string }): Limit => {
		const key = `${kind}:${id}`;
		const limit =
			chats.get(key) ??
			(type === 'private' ? burst(BURST, CHAT_REFILL_MS, now) : atMost(GROUP_MESSAGES, GROUP_WINDOW_MS, now));
		chats.set(key, limit);
		return limit;
	};
	return {
		count: (kind, chat) => {
			if (chat.type === 'private' && kind === 'edit') {
				return undefined;
			}
			const limits = [limitOf(kind, chat), ...(kind === 'send' ? [overall] : [])];
			const wait = Math.max(...limits.map((limit) => limit.wait()));
			if (wait > 0) {
				return Math.ceil(wait / 1000);
			}
			limits.forEach((limit) => void limit.count());
			return undefined;
		},
	};
}

/** So many within any window. */
function atMost(most: number, windowMs: number, now: () => number): Limit {
	const times: number[] = [];
	return {
		wait: () => {
			const oldest = times.at(-most);
			return oldest === undefined ? 0 : oldest + windowMs - now();
		},
		count: () => {
			times.push(now());
			times.splice(0, times.length - most);
		},
	};
}

/** So many at once, then one each time that the pause is over. */
function burst(most: number, pauseMs: number, now: () => number): Limit {
	let left = most;
	let at = now();
	const refill = (): void => {
		left = Math.min(most, left + (now() - at) / pauseMs);
		at = now();
	};
	return {
		wait: () => {
			refill();
			return left >= 1 ? 0 : (1 - left) * pauseMs;
		},
		count: () => {
			left -= 1;
		},
	};
}
