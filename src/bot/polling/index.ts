import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { tokenRefused } from '../../errors.ts';
import type { HandleOnce } from '../handle-once.ts';
import { backOffSeconds } from '../retry.ts';
import { errorCodeOf, networkReasonOf, retryAfterOf } from '../telegram-errors.ts';
import { createWindow, WINDOW, type Window } from './window.ts';

/** Left out, Telegram would keep the list of an earlier program. */
export const ALLOWED_UPDATES = [
	...(['message', 'callback_query', 'inline_query'] as const),
	...(['my_chat_member', 'guest_message'] as const),
];
const LONG_POLL_SECONDS = 30;
const UNAUTHORIZED = 401;
/** Longer than nearly every answer takes, so that most updates are confirmed with the next call. */
const LAG_MS = 300;

/**
 * From so many updates in flight on, poll again soon instead of waiting for the slowest. Polling at once would only
 * return the unconfirmed ones.
 */
const CROWD = 10;
const CROWD_LAG_MS = 12;

export type Polling = {
	/** Ends when `stop` was called and all in hand is finished; throws only what no waiting can mend. */
	done: Promise<void>;
	/** Takes no more updates, finishes those in hand and confirms them. */
	stop: () => Promise<void>;
};

/** A supervisor kills after ten seconds; what is not finished by then is not confirmed, and comes again. */
const GRACE_MS = 8000;

/** `wait` and `graceMs` are shorter in tests. */
type Options = { log: Logger; wait?: typeof waitSeconds; graceMs?: number };

/**
 * Polls Telegram until it is stopped. An update is confirmed only after it was handled, so a killed process loses
 * nothing. A second poller (409), Telegram's own errors and a dead network are waited out; only 401 ends it.
 */
export function startPolling(
	api: Api,
	handleOnce: HandleOnce,
	{ log, wait = waitSeconds, graceMs = GRACE_MS }: Options,
): Polling {
	const stopping = new AbortController();
	const { signal } = stopping;
	const window = createWindow();
	const handle = (update: Update): Promise<unknown> =>
		handleOnce(update)
			.catch((error) => log.error({ err: error }, 'an update was handled, and could not be marked'))
			.finally(() => window.finish(update.update_id));
	const run = async (): Promise<void> => {
		let failures = 0;
		let lag = LAG_MS;
		while (!signal.aborted) {
			try {
				const updates = await getUpdates(api, window, signal);
				failures = 0;
				const fresh = window.take(updates);
				fresh.forEach((update) => void handle(update));
				lag = nextLag(lag, fresh.length, window.size());
				await window.idle(lag);
			} catch (error) {
				if (!signal.aborted) {
					failures += 1;
					await recover(error, failures, { log, wait, signal });
				}
			}
		}
		await window.idle(graceMs);
	};
	const done = run();
	return {
		done,
		stop: async () => {
			stopping.abort();
			await done;
			await confirm(api, window);
		},
	};
}

/** Without new updates those in flight are slow ones, and polling faster would only return the same. */
function nextLag(before: number, fresh: number, inHand: number): number {
	if (inHand < CROWD) {
		return LAG_MS;
	}
	return fresh > 0 ? CROWD_LAG_MS : Math.min(before * 2, LAG_MS);
}

function getUpdates(api: Api, window: Window, signal: AbortSignal): Promise<Update[]> {
	const parameters = { limit: WINDOW, timeout: LONG_POLL_SECONDS, allowed_updates: ALLOWED_UPDATES };
	return api.getUpdates({ offset: window.offset(), ...parameters }, signal as never);
}

type Recovery = { log: Logger; wait: typeof waitSeconds; signal: AbortSignal };

async function recover(error: unknown, failures: number, { log, wait, signal }: Recovery): Promise<void> {
	const code = errorCodeOf(error);
	if (code === UNAUTHORIZED) {
		throw tokenRefused(error);
	}
	const seconds = retryAfterOf(error) ?? backOffSeconds(failures, code);
	log.warn({ code: code ?? networkReasonOf(error), seconds }, 'getting updates failed, trying again');
	await wait(seconds, signal);
}

async function waitSeconds(seconds: number, signal: AbortSignal): Promise<void> {
	// Being stopped while waiting is no error.
	await sleep(seconds * 1000, undefined, { signal }).catch(() => undefined);
}

/** Without this the last updates would come again after a restart and be answered twice. */
async function confirm(api: Api, window: Window): Promise<void> {
	if (window.offset() > 0) {
		await api.getUpdates({ offset: window.offset(), limit: 1, timeout: 0 }).catch(() => undefined);
	}
}
