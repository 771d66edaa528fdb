import { autoRetry } from '@grammyjs/auto-retry';
import type { Transformer } from 'grammy';

/**
 * Telegram's flood control asks for up to half a minute. A message whose connection broke may have arrived; sent again
 * it comes twice at the worst, and not sent again a question stays unanswered.
 */
const patiently = autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 35 });

/** Who tapped waits in front of a spinner. */
const briefly = autoRetry({ maxRetryAttempts: 1, maxDelaySeconds: 1, rethrowHttpErrors: true });

/** Polling has its own way of waiting, and these are worthless when they come late. */
const NOT_RETRIED: readonly string[] = ['getMe', 'getUpdates', 'answerCallbackQuery', 'answerInlineQuery'];

/** Waits and tries again where Telegram refuses for the moment (429 and 5xx) or the network fails. */
export const retryBounded: Transformer = (call, method, payload, signal) => {
	if (NOT_RETRIED.includes(method)) {
		return call(method, payload, signal);
	}
	const retry = answersTap(method, payload) ? briefly : patiently;
	return retry(call, method, payload, signal);
};

function answersTap(method: string, payload: object | undefined): boolean {
	const { ephemeral_message_parameters } = (payload ?? {}) as {
		ephemeral_message_parameters?: { callback_query_id?: string };
	};
	return method.startsWith('edit') || ephemeral_message_parameters?.callback_query_id !== undefined;
}
