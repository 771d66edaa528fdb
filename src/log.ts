import { createRequire } from 'node:module';
import type { Writable } from 'node:stream';
import pino, { type LevelWithSilent, type Logger } from 'pino';
import type { HideSecrets } from './secrets.ts';

const STANDARD_ERROR = 2;

/** Loaded only where somebody reads along. */
const loadPretty = (): typeof import('pino-pretty') => createRequire(import.meta.url)('pino-pretty');

type Options = {
	level: LevelWithSilent;
	/** Everything that is written goes through it. */
	hide: HideSecrets;
	readable: boolean;
	/** Takes the readable log in place of standard error. */
	stream?: Writable | undefined;
};

/** The log: JSON lines, or readable ones on a terminal, on standard error. */
export function createLog({ level, hide, readable, stream }: Options): Logger {
	const destination = readable
		? loadPretty()({ destination: stream ?? STANDARD_ERROR, sync: true, singleLine: true })
		: pino.destination(STANDARD_ERROR);
	return pino({ level, serializers: { err: describeError }, base: null, hooks: { streamWrite: hide } }, destination);
}

type Described = { type: string; message: string; stack?: string; code?: number | string; cause?: Described };

/** Only these fields: an error of the Telegram library also carries what was to be sent. */
export function describeError(error: unknown): Described {
	if (!(error instanceof Error)) {
		return { type: typeof error, message: String(error) };
	}
	const { error_code, code, error: inner } = error as { error_code?: number; code?: string; error?: unknown };
	const cause = error.cause ?? inner;
	const given = error_code ?? code;
	return {
		type: error.name,
		message: error.message,
		...(error.stack ? { stack: error.stack } : {}),
		...(given === undefined ? {} : { code: given }),
		...(cause === undefined ? {} : { cause: describeError(cause) }),
	};
}
