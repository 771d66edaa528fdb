import { setTimeout as sleep } from 'node:timers/promises';
import { autoRetry } from '@grammyjs/auto-retry';
import { HttpError, type Transformer } from 'grammy';
import { backOffSeconds } from './back-off.ts';

/** The library doubles its pauses without an end, so after a long outage a chat would wait as long again. */
const OUTAGES_ARE_OURS = { rethrowHttpErrors: true, rethrowInternalServerErrors: true } as const;

/** Telegram's flood control asks for up to half a minute. */
const patiently = autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 35, ...OUTAGES_ARE_OURS });

/** Who tapped waits in front of a spinner. */
const briefly = autoRetry({ maxRetryAttempts: 1, maxDelaySeconds: 1, rethrowHttpErrors: true });

/** Polling has its own way of waiting, and these are worthless when they come late. */
const NOT_RETRIED: readonly string[] = ['getMe', 'getUpdates', 'answerCallbackQuery', 'answerInlineQuery'];

/** Some five minutes. An error of Telegram's own may be about this one message, and those behind it wait. */
const MOST_SERVER_ERRORS = 14;
const SERVER_ERROR = 500;

/**
 * Makes what waits and tries again where Telegram refuses for the moment (429 and 5xx) or the network fails.
 * @param wait shorter in tests
 */
export function createRetry(wait: (milliseconds: number) => Promise<unknown> = sleep): Transformer {
	const throughOutages = outlast(patiently, wait);
	return (call, method, payload, signal) => {
		if (NOT_RETRIED.includes(method)) {
			return call(method, payload, signal);
		}
		const retry = answersTap(method, payload) ? briefly : throughOutages;
		return retry(call, method, payload, signal);
	};
}

/**
 * A dead network is waited out for as long as it lasts: what was asked is answered when it is back. A message whose
 * connection broke may have arrived; sent again it comes twice at the worst.
 */
function outlast(retry: Transformer, wait: (milliseconds: number) => Promise<unknown>): Transformer {
	return async (call, method, payload, signal) => {
		for (let failures = 1; ; failures += 1) {
			let code: number | undefined;
			try {
				const result = await retry(call, method, payload, signal);
				if (result.ok || result.error_code < SERVER_ERROR || failures > MOST_SERVER_ERRORS) {
					return result;
				}
				code = result.error_code;
			} catch (error) {
				if (!(error instanceof HttpError)) {
					throw error;
				}
			}
			await wait(backOffSeconds(failures, code) * 1000);
		}
	};
}

function answersTap(method: string, payload: object | undefined): boolean {
	const { ephemeral_message_parameters } = (payload ?? {}) as {
		ephemeral_message_parameters?: { callback_query_id?: string };
	};
	return method.startsWith('edit') || ephemeral_message_parameters?.callback_query_id !== undefined;
}
