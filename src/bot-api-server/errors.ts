import type { ResponseParameters } from 'grammy/types';

/** A refusal as Telegram words it; the server answers it as `{ok: false, error_code, description, parameters}`. */
export class BotApiError extends Error {
	override readonly name = 'BotApiError';
	readonly errorCode: number;
	readonly parameters: ResponseParameters | undefined;

	constructor(errorCode: number, description: string, parameters?: ResponseParameters) {
		super(description);
		this.errorCode = errorCode;
		this.parameters = parameters;
	}
}

export function badRequest(reason: string, parameters?: ResponseParameters): BotApiError {
	return new BotApiError(400, `Bad Request: ${reason}`, parameters);
}

export function forbidden(reason: string): BotApiError {
	return new BotApiError(403, `Forbidden: ${reason}`);
}

export function conflict(reason: string): BotApiError {
	return new BotApiError(409, `Conflict: ${reason}`);
}

/** @param retryAfter seconds */
export function tooManyRequests(retryAfter: number): BotApiError {
	return new BotApiError(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter });
}
