/**
 * Something that whoever runs the bot can mend: a variable, a file, a server. The message says what is wrong, the value
 * (never a secret) and what to do, so it is shown as it is. Everything else that is thrown is a defect.
 */
export class OperatorError extends Error {
	override name = 'OperatorError';
}

/** The store cannot be opened, read or written. The message names the place and the remedy. */
export class StoreError extends OperatorError {
	override name = 'StoreError';
}

/** Telegram does not know the token. Waiting does not help, so the process ends with this sentence. */
export function tokenRefused(cause: unknown): OperatorError {
	return new OperatorError(
		'BOT_TOKEN is refused by Telegram (401): copy the current token from @BotFather, it may have been revoked.',
		{ cause },
	);
}
