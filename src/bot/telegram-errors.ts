import { GrammyError, HttpError } from 'grammy';

/** What Telegram refused, by the few kinds that we treat differently. Anything else is an error like any other. */
export type Refusal = 'not-modified' | 'too-old' | 'gone' | 'forbidden' | 'other';

const BAD_REQUEST = 400;
const FORBIDDEN = 403;

/** All bad requests share one code, so these have to be told apart by Telegram's wording. */
const WORDINGS: readonly [string, Refusal][] = [
	['message is not modified', 'not-modified'],
	['query is too old', 'too-old'],
	['message to edit not found', 'gone'],
	["message can't be edited", 'gone'],
	['MESSAGE_ID_INVALID', 'gone'],
];

/** @param error anything thrown by a call to Telegram */
export function refusalOf(error: unknown): Refusal {
	if (!(error instanceof GrammyError)) {
		return 'other';
	}
	if (error.error_code === FORBIDDEN) {
		return 'forbidden';
	}
	const known = WORDINGS.find(([wording]) => error.description.includes(wording));
	return error.error_code === BAD_REQUEST && known ? known[1] : 'other';
}

/** Telegram's error code, or undefined when nothing came back at all. */
export function errorCodeOf(error: unknown): number | undefined {
	return error instanceof GrammyError ? error.error_code : undefined;
}

/** Seconds that Telegram asks to wait. */
export function retryAfterOf(error: unknown): number | undefined {
	return error instanceof GrammyError ? error.parameters.retry_after : undefined;
}

/** The error below the library's own, which says what really failed on the network. */
export function networkReasonOf(error: unknown): string {
	const inner = error instanceof HttpError ? error.error : error;
	const { code, message } = inner as NodeJS.ErrnoException;
	return code ?? message;
}
