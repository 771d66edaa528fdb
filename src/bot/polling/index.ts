import { setTimeout as sleep } from 'node:timers/promises';
import { createBatchSink, createRunner, createSource, type UpdateSink, type UpdateSupplier } from '@grammyjs/runner';
import type { Bot } from 'grammy';
import type { Update } from 'grammy/types';
import type { Logger } from 'pino';
import { backOffSeconds } from './back-off.ts';
import type { BotContext } from './context.ts';
import { errorCodeOf, networkReasonOf, retryAfterOf } from './telegram-errors.ts';
import { UnauthorizedError } from './unauthorized-error.ts';

/** Left out, Telegram would keep the list of an earlier program. */
export const ALLOWED_UPDATES = ['message', 'callback_query'] as const;
const LONG_POLL_SECONDS = 30;
const BATCH = 100;
const UNAUTHORIZED = 401;

export type Polling = {
	/** Ends when `stop` was called and all in hand is finished; throws only what no waiting can mend. */
	done: Promise<void>;
	/** Takes no more updates, finishes those in hand and confirms them. */
	stop: () => Promise<void>;
};

type Options = { log: Logger /** Replaced in tests, so that they need not wait. */; wait?: typeof waitSeconds };

/**
 * Polls Telegram until it is stopped. A batch is confirmed only after it was handled, so a killed process loses
 * nothing. A second poller (409), Telegram's own errors and a dead network are waited out; only 401 ends it.
 */
export function startPolling(bot: Bot<BotContext>, { log, wait = waitSeconds }: Options): Polling {
	const stopping = new AbortController();
	const state = { offset: 0, failures: 0 };
	let stopRunner = (): Promise<void> | undefined => undefined;
	const supplier: UpdateSupplier<Update> = {
		supply: async (_size, signal) => {
			const updates = await bot.api.getUpdates(
				{ offset: state.offset, limit: BATCH, timeout: LONG_POLL_SECONDS, allowed_updates: ALLOWED_UPDATES },
				signal,
			);
			state.failures = 0;
			return updates;
		},
	};
	const batches = createBatchSink<Update>(
		{ consume: (update) => bot.handleUpdate(update) },
		// The bot's own boundary takes the errors of handlers, so what comes here is a defect.
		async (error) => log.error({ err: error }, 'an update escaped the error boundary'),
	);
	const sink: UpdateSink<Update> = {
		...batches,
		handle: async (updates) => {
			const capacity = await batches.handle(updates);
			// Only now: the next call tells Telegram that these are done.
			state.offset = (updates.at(-1)?.update_id ?? state.offset - 1) + 1;
			return capacity;
		},
	};
	const run = async (): Promise<void> => {
		while (!stopping.signal.aborted) {
			const runner = createRunner(createSource(supplier), sink);
			stopRunner = () => runner.stop();
			runner.start();
			try {
				await runner.task();
			} catch (error) {
				await recover(error, state, { log, wait, signal: stopping.signal });
			}
		}
	};
	const done = run();
	return {
		done,
		stop: async () => {
			stopping.abort();
			await stopRunner();
			await done;
			await confirm(bot, state.offset);
		},
	};
}

type Recovery = { log: Logger; wait: typeof waitSeconds; signal: AbortSignal };

async function recover(error: unknown, state: { failures: number }, { log, wait, signal }: Recovery): Promise<void> {
	const code = errorCodeOf(error);
	if (code === UNAUTHORIZED) {
		throw new UnauthorizedError({ cause: error });
	}
	state.failures += 1;
	const seconds = retryAfterOf(error) ?? backOffSeconds(state.failures, code);
	log.warn({ code: code ?? networkReasonOf(error), seconds }, 'getting updates failed, trying again');
	await wait(seconds, signal);
}

async function waitSeconds(seconds: number, signal: AbortSignal): Promise<void> {
	// Being stopped while waiting is no error.
	await sleep(seconds * 1000, undefined, { signal }).catch(() => undefined);
}

/** Without this the last batch would come again after a restart and be answered twice. */
async function confirm(bot: Bot<BotContext>, offset: number): Promise<void> {
	if (offset > 0) {
		await bot.api.getUpdates({ offset, limit: 1, timeout: 0 }).catch(() => undefined);
	}
}
