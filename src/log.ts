import { createRequire } from 'node:module';
import pino, { type LevelWithSilent, type Logger } from 'pino';

const STANDARD_ERROR = 2;

/** Loaded only where somebody reads along. */
const loadPretty = (): typeof import('pino-pretty') => createRequire(import.meta.url)('pino-pretty');

type Options = { level: LevelWithSilent; secrets: readonly string[]; readable: boolean };

/**
 * The log: JSON lines, or readable ones on a terminal, on standard error.
 * @param secrets words that must never be written, such as the bot's token
 */
export function createLog({ level, secrets, readable }: Options): Logger {
	const serializers = { err: (error: unknown) => describeError(error, secrets) };
	const destination = readable
		? loadPretty()({ destination: STANDARD_ERROR, sync: true })
		: pino.destination(STANDARD_ERROR);
	return pino({ level, serializers, base: null }, destination);
}

type Described = { type: string; message: string; stack?: string; code?: number | string; cause?: Described };

/** Only these fields: an error of the Telegram library also carries what was to be sent. */
export function describeError(error: unknown, secrets: readonly string[]): Described {
	if (!(error instanceof Error)) {
		return { type: typeof error, message: hide(String(error), secrets) };
	}
	const { error_code, code, error: inner } = error as { error_code?: number; code?: string; error?: unknown };
	const cause = error.cause ?? inner;
	const given = error_code ?? code;
	return {
		type: error.name,
		message: hide(error.message, secrets),
		...(error.stack ? { stack: hide(error.stack, secrets) } : {}),
		...(given === undefined ? {} : { code: given }),
		...(cause === undefined ? {} : { cause: describeError(cause, secrets) }),
	};
}

function hide(text: string, secrets: readonly string[]): string {
	return secrets.reduce((hidden, secret) => hidden.replaceAll(secret, '[token]'), text);
}
