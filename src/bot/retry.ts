import { autoRetry } from '@grammyjs/auto-retry';
import type { Transformer } from 'grammy';

/**
 * Telegram's flood control asks for up to half a minute. A dropped connection is not retried: the message may have
 * arrived, and nobody wants it twice.
 */
const retry = autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 35, rethrowHttpErrors: true });

/** Polling has its own way of waiting, and an answer to a tap is worthless when it comes late. */
const NOT_RETRIED: readonly string[] = ['getMe', 'getUpdates', 'answerCallbackQuery'];

/** Waits and tries again where Telegram refuses for the moment: 429 and 5xx. */
export const retryBounded: Transformer = (call, method, payload, signal) =>
	NOT_RETRIED.includes(method) ? call(method, payload, signal) : retry(call, method, payload, signal);
