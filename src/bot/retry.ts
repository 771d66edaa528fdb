import { setTimeout as sleep } from 'node:timers/promises';
import { HttpError, type Transformer } from 'grammy';
import type { ApiError, ApiResponse } from 'grammy/types';
import { CONFLICT } from './telegram-errors.ts';

const FLOOD = 429;
const SERVER_ERROR = 500;

const FIRST_SECONDS = 1;
const MAX_SECONDS = 30;
const FIRST_CONFLICT_SECONDS = 5;
/** A killed poller keeps its place at Telegram for nearly a minute. */
const MAX_CONFLICT_SECONDS = 70;

/**
 * How long to wait before the next try: twice as long each time, up to a limit.
 * @param failures how many tries failed in a row, from 1
 * @param code Telegram's error code; undefined for a dead network
 */
export function backOffSeconds(failures: number, code: number | undefined): number {
	const [first, max] =
		code === CONFLICT ? [FIRST_CONFLICT_SECONDS, MAX_CONFLICT_SECONDS] : [FIRST_SECONDS, MAX_SECONDS];
	return Math.min(first * 2 ** (failures - 1), max);
}

/** How often a call is made again, by what failed, and for how many seconds in all Telegram's `retry_after` is waited for. */
type Limits = { network: number; server: number; floodSeconds: number };

/**
 * A dead network is waited out for as long as it lasts: what was asked is answered when it is back. A message whose
 * connection broke may have arrived; sent again it comes twice at the worst. An error of Telegram's own may be about
 * this one message, and those behind it wait, so it is given up after some five minutes. Where Telegram says how long
 * to wait, that is waited for in this chat alone; after ten minutes nobody waits for the answer any more.
 */
const PATIENT: Limits = { network: Infinity, server: 14, floodSeconds: 600 };

/** After a tap the person watches a spinner. */
const BRIEF: Limits = { network: 0, server: 1, floodSeconds: 1 };

/** At the start: without the answer things go on as well, and meanwhile nobody is answered. */
const FEW: Limits = { network: 2, server: 2, floodSeconds: 5 };
const TRIED_FEW_TIMES: readonly string[] = ['getWebhookInfo', 'setWebhook', 'deleteWebhook'];

/** Polling has its own way of waiting, and these are worthless when they come late. */
const NOT_RETRIED: readonly string[] = ['getMe', 'getUpdates', 'answerCallbackQuery', 'answerInlineQuery'];

/**
 * Makes calls wait and try again where Telegram refuses for the moment (429 and 5xx) or the network fails. One loop for
 * all three: `@grammyjs/auto-retry` doubles its pauses up to an hour, so a chat would wait as long again after an outage.
 * @param wait shorter in tests
 * @param random from 0 to 1
 */
export function createRetry(
	wait: (milliseconds: number) => Promise<unknown> = sleep,
	random: () => number = Math.random,
): Transformer {
	return async (call, method, payload, signal) => {
		if (NOT_RETRIED.includes(method)) {
			return call(method, payload, signal);
		}
		const pauseAfter = createPatience(limitsOf(method, payload), random);
		for (;;) {
			const { settle, kind, retryAfter } = await attempt(() => call(method, payload, signal), signal);
			const seconds = kind && pauseAfter(kind, retryAfter);
			if (seconds === undefined) {
				return settle();
			}
			await wait(seconds * 1000);
		}
	};
}

/** Tells how many seconds to wait after a failure, or undefined where it is enough. */
function createPatience(limits: Limits, random: () => number) {
	const failures = { network: 0, server: 0 };
	let floodSeconds = 0;
	return (kind: Kind, retryAfter = 1): number | undefined => {
		if (kind === 'flood') {
			floodSeconds += retryAfter;
			// Not all in the same moment, or the same ones would be refused again.
			return floodSeconds > limits.floodSeconds ? undefined : retryAfter + random();
		}
		failures[kind] += 1;
		return failures[kind] > limits[kind] ? undefined : backOffSeconds(failures[kind], undefined);
	};
}

type Kind = 'network' | 'server' | 'flood';

/** How a try ended. `settle` returns or throws that; without a kind it is final. */
type Outcome<Result> = { settle: () => Result; kind?: Kind | undefined; retryAfter?: number | undefined };

async function attempt<Result extends ApiResponse<unknown>>(
	call: () => Promise<Result>,
	signal: { aborted: boolean } | undefined,
): Promise<Outcome<Result>> {
	try {
		const result = await call();
		const { error_code, parameters }: Partial<ApiError> = result.ok ? {} : result;
		return { settle: () => result, kind: kindOf(error_code), retryAfter: parameters?.retry_after };
	} catch (error) {
		const settle = (): never => {
			throw error;
		};
		return error instanceof HttpError && !signal?.aborted ? { settle, kind: 'network' } : { settle };
	}
}

function kindOf(code = 0): Kind | undefined {
	if (code === FLOOD) {
		return 'flood';
	}
	return code >= SERVER_ERROR ? 'server' : undefined;
}

function limitsOf(method: string, payload: object | undefined): Limits {
	if (TRIED_FEW_TIMES.includes(method)) {
		return FEW;
	}
	return isBrief(method, payload) ? BRIEF : PATIENT;
}

/** A tap waits, and so do all other deletions: what is not deleted now is in the next round. */
function isBrief(method: string, payload: object | undefined): boolean {
	const { ephemeral_message_parameters } = (payload ?? {}) as {
		ephemeral_message_parameters?: { callback_query_id?: string };
	};
	return (
		method.startsWith('edit') ||
		method === 'deleteMessage' ||
		ephemeral_message_parameters?.callback_query_id !== undefined
	);
}
