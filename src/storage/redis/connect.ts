import { once } from 'node:events';
import { type ChainableCommander, Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';
import { StoreError } from '../../errors.ts';
import { type Store, wrapMethods } from '../store.ts';

type Options = Omit<RedisOptions, 'replyMapping'>;

const MAX_DELAY_MS = 2000;
const FIRST_DELAY_MS = 50;

/** A server that hangs counts as gone: a person waits for the answer. */
const TIMEOUT_MS = 2000;

/** Commands fail at once while the server is gone, instead of waiting for it. */
export const FAIL_FAST: Options = {
	enableOfflineQueue: false,
	// A command that was sent when the connection broke is not sent again: it may have been executed.
	maxRetriesPerRequest: 0,
	autoResendUnfulfilledCommands: false,
	commandTimeout: TIMEOUT_MS,
	// Replaces a connection on which nothing is answered any more.
	socketTimeout: 2 * TIMEOUT_MS,
};

/**
 * A connection to Redis or Valkey that comes back by itself, however long the server is gone.
 * @param log gets one line when the server is gone and one when it is back
 */
export function createConnection(url: string, options: Options, log?: Logger): Redis {
	const redis = new Redis(url, {
		...options,
		connectTimeout: TIMEOUT_MS,
		retryStrategy: (times) => Math.min(FIRST_DELAY_MS * 2 ** times, MAX_DELAY_MS),
	});
	let gone = false;
	// Without a listener, an error here would end the process.
	redis.on('error', (error) => {
		if (!gone) {
			log?.warn({ err: error }, 'Redis is gone, trying again');
		}
		gone = true;
	});
	redis.on('ready', () => {
		if (gone) {
			log?.info('Redis is back');
		}
		gone = false;
	});
	return redis;
}

/** Waits for a connection. @throws the reason when it fails for the first time; it is closed then */
export async function connectOnce(redis: Redis): Promise<void> {
	const closed = once(redis, 'close').then(() => {
		throw new Error('it closed the connection');
	});
	try {
		// `once` rejects when an error event comes first.
		await Promise.race([once(redis, 'ready'), closed]);
	} catch (error) {
		redis.disconnect();
		throw error;
	}
}

/** Ends a connection: with QUIT where the server is there, and at once in any case. */
export async function endConnection(redis: Redis): Promise<void> {
	if (redis.status === 'ready') {
		await redis.quit().catch(() => undefined);
	}
	redis.disconnect();
}

type Script = (keys: readonly string[], values: readonly (string | number)[]) => Promise<unknown>;
type Defined = Record<string, (...parts: (string | number)[]) => Promise<unknown>>;

/**
 * A Lua script, which Redis executes atomically.
 * @param name of the client's command for it
 * @param lua reads KEYS and ARGV
 */
export function defineScript(redis: Redis, name: string, lua: string): Script {
	redis.defineCommand(name, { lua });
	const defined = redis as unknown as Defined;
	return async (keys, values) => defined[name]?.(keys.length, ...keys, ...values);
}

/**
 * Executes a transaction.
 * @throws the error of the first command that failed; the client itself throws a general one, or returns it
 */
export async function execute(commands: ChainableCommander): Promise<void> {
	const results = await commands.exec().catch((error: { previousErrors?: readonly Error[] }) => {
		throw error.previousErrors?.[0] ?? error;
	});
	for (const [error] of results ?? []) {
		if (error) {
			throw error;
		}
	}
}

/** The same store, whose methods throw nothing but StoreErrors. */
export function wrapErrors(store: Store, url: string): Store {
	return wrapMethods(
		store,
		(method) =>
			(...given) =>
				orStoreError(method(...given), url),
	);
}

/** @throws StoreError for whatever goes wrong at the Redis of this address */
export async function orStoreError<Result>(promise: Promise<Result>, url: string): Promise<Result> {
	try {
		return await promise;
	} catch (error) {
		const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
		throw new StoreError(
			`REDIS_URL is ${withoutPassword(url)}, where nothing can be read or kept (${reason}): start Redis or Valkey there, or correct the address.`,
			{ cause: error },
		);
	}
}

/** An address without its credentials and parameters: either can hold a password. */
function withoutPassword(url: string): string {
	if (!URL.canParse(url)) {
		return 'no address like redis://localhost:6379';
	}
	const { protocol, host, pathname } = new URL(url);
	return `"${protocol}//${host}${pathname}"`;
}
