import type { Window } from './window.ts';

/**
 * Telegram hands out a single update to whoever asks for the same offset again within half a second of the last request
 * (process_get_updates_query of tdlib/telegram-bot-api). While one answer has to wait, all others would come one by one.
 * The rest is for a network that delays one request more than the next.
 */
const SAME_OFFSET_MS = 600;
/** Longer than nearly every answer takes, so that most updates are confirmed with the next request. */
const LAG_MS = 150;
/** The same where more updates wait than Telegram hands out at once. */
const CROWD_LAG_MS = 10;
/** What comes back sooner than this did not wait for updates. */
const AT_ONCE_MS = 1000;
const FIRST_PAUSE_SECONDS = 0.25;
const MAX_PAUSE_SECONDS = 2;

type Poll = {
	asked: number;
	/** When, by `performance.now`. */
	at: number;
	isNews: boolean;
	/** Where more may wait than Telegram hands out at once: notes what is unfinished, so that the others can be seen. */
	seeMore?: (() => Promise<void>) | undefined;
};

/**
 * Makes the function that waits until Telegram may be asked again: at once when nothing is in hand; else soon, or not
 * sooner than the rule above allows where the same offset would be asked for. A server that answers at once with nothing
 * new, as Telegram never does, is asked less and less often.
 *
 * The other way was to note every update in the store and to confirm it at once. That would cost a write of people's
 * words for each question, where this costs the others at most 0.6 s while somebody's answer has to wait.
 * @param wait waits so many seconds, or until the bot is stopped
 */
export function createPace(window: Window, wait: (seconds: number) => Promise<void>): (poll: Poll) => Promise<void> {
	let empty = 0;
	return async ({ asked, at, isNews, seeMore }) => {
		const isPointless = !isNews && window.isClear() && performance.now() - at < AT_ONCE_MS;
		empty = isPointless ? empty + 1 : 0;
		if (isPointless) {
			await wait(Math.min(FIRST_PAUSE_SECONDS * 2 ** (empty - 1), MAX_PAUSE_SECONDS));
		}
		await window.until(window.isClear, seeMore ? CROWD_LAG_MS : LAG_MS);
		if (window.offset() === asked) {
			await seeMore?.();
		}
		const remaining = at + SAME_OFFSET_MS - performance.now();
		await window.until(() => window.offset() !== asked, Math.max(0, remaining));
	};
}
