/** Telegram does not know the token. Waiting does not help, so the process ends with this sentence. */
export class UnauthorizedError extends Error {
	override name = 'UnauthorizedError' as const;

	constructor(options?: ErrorOptions) {
		super(
			'BOT_TOKEN is refused by Telegram (401): copy the current token from @BotFather, it may have been revoked.',
			options,
		);
	}
}
