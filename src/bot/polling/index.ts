import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { tokenRefused } from '../../errors.ts';
import type { UpdateStore } from '../../storage/store.ts';
import type { HandleOnce } from '../handle-once.ts';
import { backOffSeconds } from '../retry.ts';
import { CONFLICT, errorCodeOf, isWebhookActive, networkReasonOf, retryAfterOf } from '../telegram-errors.ts';
import { ALLOWED_UPDATES } from '../updates.ts';
import { createHeldUpdates } from './held-updates.ts';
import { createPace } from './pace.ts';
import { createWindow, WINDOW } from './window.ts';

const LONG_POLL_SECONDS = 30;
const UNAUTHORIZED = 401;
/** Two long polls and a pause: whoever has heard nothing for so long hears nothing. */
const SILENCE_MS = 90_000;

/** Another process takes the updates, or Telegram cannot be asked for them. */
export type UpdatesProblem = 'conflict' | 'unreachable' | 'webhook';

export type Polling = {
	/** Ends when `stop` was called and all in hand is finished; throws only what no waiting can mend. */
	done: Promise<void>;
	/** Takes no more updates, finishes those in hand and confirms them. */
	stop: () => Promise<void>;
	/** Why no updates come in, where none do. */
	problem: () => UpdatesProblem | undefined;
};

/** A supervisor kills after ten seconds; what is not finished by then is not confirmed, and comes again. */
const GRACE_MS = 8000;
/** More than this in hand is a Telegram that is down. It keeps the rest for us, for a day. */
const MOST_IN_HAND = 1000;

/** `wait` and `graceMs` are shorter in tests. */
type Options = {
	log: Logger;
	store: Pick<UpdateStore, 'holdUpdates' | 'listHeldUpdates' | 'releaseUpdate'>;
	/** Takes back a webhook, while which Telegram refuses to be polled. */
	removeWebhook?: () => Promise<unknown>;
	wait?: typeof waitSeconds;
	graceMs?: number;
};

/**
 * Polls Telegram until it is stopped. An update is confirmed only after it was handled or noted in the store, so a
 * killed process loses nothing. A second poller (409), Telegram's own errors and a dead network are waited out; only 401
 * ends it.
 */
export function startPolling(api: Api, handleOnce: HandleOnce, options: Options): Polling {
	const { log, store, wait = waitSeconds, graceMs = GRACE_MS } = options;
	const stopping = new AbortController();
	const { signal } = stopping;
	const window = createWindow();
	const held = createHeldUpdates(store, log);
	const pace = createPace(window, (seconds) => wait(seconds, signal));
	const recover = createRecovery(options, wait, signal);
	let asked = 0;
	const handle = async (update: Update): Promise<void> => {
		try {
			await handleOnce(update);
		} catch (error) {
			log.error({ err: error }, 'an update was handled, and could not be marked');
		}
		await held.release(update.update_id);
		window.finish(update.update_id);
	};
	const passUnfinished = async (updates: readonly Update[]): Promise<void> => {
		const unfinished = window.unfinished(updates);
		if (await held.hold(unfinished)) {
			window.pass(unfinished);
		}
	};
	const poll = async (): Promise<void> => {
		asked = window.offset();
		const at = performance.now();
		const all = await getUpdates(api, asked, signal);
		const updates = all.filter((update) => Number.isSafeInteger(update?.update_id));
		// What has no number cannot be confirmed; it is told and forgotten.
		all.filter((update) => !updates.includes(update)).forEach((update) => void handleOnce(update));
		const fresh = window.take(updates, asked);
		fresh.forEach((update) => void handle(update));
		const seeMore = all.length >= WINDOW ? () => passUnfinished(updates) : undefined;
		await pace({ asked, at, isNews: fresh.length > 0, seeMore });
	};
	const run = async (): Promise<void> => {
		(await held.list()).forEach((update) => void handle(update));
		while (!signal.aborted) {
			try {
				await window.until(() => window.size() < MOST_IN_HAND, LONG_POLL_SECONDS * 1000);
				await poll();
				recover.succeeded();
			} catch (error) {
				if (!signal.aborted) {
					await recover.after(error);
				}
			}
		}
		await window.until(() => window.size() === 0, graceMs);
	};
	const done = run();
	return {
		done,
		problem: recover.problem,
		stop: async () => {
			stopping.abort();
			await done;
			// Without this the last updates would come again after a restart and be answered twice.
			if (window.offset() !== asked) {
				await api.getUpdates({ offset: window.offset(), limit: 1, timeout: 0 }).catch(() => undefined);
			}
		},
	};
}

/** @throws where the answer is no list, as from something that is not Telegram */
async function getUpdates(api: Api, offset: number, signal: AbortSignal): Promise<Update[]> {
	const parameters = { limit: WINDOW, timeout: LONG_POLL_SECONDS, allowed_updates: ALLOWED_UPDATES };
	const updates: unknown = await api.getUpdates({ offset, ...parameters }, signal as never);
	if (!Array.isArray(updates)) {
		// Its kind alone: it may hold what people wrote, and this is logged.
		throw new Error(`getUpdates brought ${updates === null ? 'null' : typeof updates} instead of a list`);
	}
	return updates;
}

/** Waits after a failed poll: as long as Telegram asks, or longer each time. */
function createRecovery({ log, removeWebhook }: Options, wait: typeof waitSeconds, signal: AbortSignal) {
	let failures = 0;
	let hasPolled = false;
	let isConflict = false;
	let polledAt = performance.now();
	return {
		succeeded: () => {
			failures = 0;
			isConflict = false;
			hasPolled = true;
			polledAt = performance.now();
		},
		problem: (): UpdatesProblem | undefined => {
			if (isConflict) {
				return 'conflict';
			}
			return performance.now() - polledAt > SILENCE_MS ? 'unreachable' : undefined;
		},
		/** @throws OperatorError where the token is refused */
		after: async (error: unknown): Promise<void> => {
			const code = errorCodeOf(error);
			if (code === UNAUTHORIZED) {
				throw tokenRefused(error);
			}
			failures += 1;
			isConflict ||= code === CONFLICT;
			const seconds = retryAfterOf(error) ?? backOffSeconds(failures, code);
			log.warn({ code: code ?? networkReasonOf(error), seconds }, 'getting updates failed, trying again');
			// Only at the start: a webhook that appears later is that of another process, which takes over.
			if (!hasPolled && removeWebhook && isWebhookActive(error)) {
				await removeWebhook().catch((reason) => log.warn({ err: reason }, 'the webhook could not be removed'));
			}
			await wait(seconds, signal);
		},
	};
}

async function waitSeconds(seconds: number, signal: AbortSignal): Promise<void> {
	// Being stopped while waiting is no error.
	await sleep(seconds * 1000, undefined, { signal }).catch(() => undefined);
}
