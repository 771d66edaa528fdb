import { setTimeout as sleep } from 'node:timers/promises';
import type { Transformer } from 'grammy';

/** What Telegram counts against its limit of 30 messages a second over all chats. */
const SENDING: readonly string[] = ['sendMessage', 'sendRichMessage', 'sendDocument'];

/** So many may go at once after a quiet moment. With 22 more in the second that follows, that is below Telegram's limit. */
const BURST = 3;

/** `now` and `wait` in milliseconds; tests bring their own. */
type Clock = { now?: () => number; wait?: (milliseconds: number) => Promise<unknown> };

/**
 * Lets new messages go in the order in which they come, a few milliseconds apart, so that a burst of questions is answered
 * and not refused. Not a library: those at hand count by the clock of the day, and one that is set back would stop them.
 * @param perSecond how many messages a second; Infinity for no pace at all
 */
export function createSendingPace(
	perSecond: number,
	{ now = () => performance.now(), wait = sleep }: Clock = {},
): Transformer {
	const interval = 1000 / perSecond;
	let free = Number.NEGATIVE_INFINITY;
	let queue = Promise.resolve();
	const takeTurn = async (): Promise<void> => {
		const delay = free - now();
		if (delay > 0) {
			await wait(delay);
		}
		// Counted from when it really goes: a process that was busy must not make up for it all at once.
		free = Math.max(free, now() - BURST * interval) + interval;
	};
	return async (call, method, payload, signal) => {
		if (SENDING.includes(method)) {
			queue = queue.then(takeTurn);
			await queue;
		}
		return call(method, payload, signal);
	};
}
