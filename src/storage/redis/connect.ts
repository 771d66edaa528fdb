import { once } from 'node:events';
import { type ChainableCommander, Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';
import { StoreError } from '../../errors.ts';
import type { Store } from '../store.ts';
import { wrapMethods } from '../wrap-methods.ts';

type Options = Omit<RedisOptions, 'replyMapping'>;

const MOST_WAIT_MS = 2000;
const FIRST_WAIT_MS = 50;

/** A server that hangs is as good as gone: a person waits for the answer. */
const PATIENCE_MS = 2000;

/** Commands fail at once where there is no server, instead of waiting for it. */
export const FAIL_FAST: Options = {
	enableOfflineQueue: false,
	// What was on its way when the connection broke is not sent twice: nobody knows whether it was done.
	maxRetriesPerRequest: 0,
	autoResendUnfulfilledCommands: false,
	commandTimeout: PATIENCE_MS,
	// A connection on which nothing is answered any more is replaced by a new one.
	socketTimeout: 2 * PATIENCE_MS,
};

/**
 * A connection to Redis or Valkey that comes back by itself, however long the server is gone.
 * @param log gets one line when the server is gone and one when it is back
 */
export function createConnection(url: string, options: Options, log?: Logger): Redis {
	const redis = new Redis(url, {
		...options,
		connectTimeout: PATIENCE_MS,
		retryStrategy: (times) => Math.min(FIRST_WAIT_MS * 2 ** times, MOST_WAIT_MS),
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

/** Waits for a connection, or gives it up at its first failure. @throws why */
export async function connectOnce(redis: Redis): Promise<void> {
	const closed = once(redis, 'close').then(() => {
		throw new Error('it closed the connection');
	});
	try {
		// Rejects with the error that comes instead.
		await Promise.race([once(redis, 'ready'), closed]);
	} catch (error) {
		redis.disconnect();
		throw error;
	}
}

/** Ends a connection, politely where somebody listens, within a moment in any case. */
export async function endConnection(redis: Redis): Promise<void> {
	if (redis.status === 'ready') {
		await redis.quit().catch(() => undefined);
	}
	redis.disconnect();
}

type Script = (keys: readonly string[], values: readonly (string | number)[]) => Promise<unknown>;
type Defined = Record<string, (...parts: (string | number)[]) => Promise<unknown>>;

/**
 * Something that Redis does as a whole, with nothing of anybody else in between.
 * @param name under which the client keeps it
 * @param lua reads KEYS and ARGV
 */
export function defineScript(redis: Redis, name: string, lua: string): Script {
	redis.defineCommand(name, { lua });
	const defined = redis as unknown as Defined;
	return async (keys, values) => defined[name]?.(keys.length, ...keys, ...values);
}

/**
 * Sends the commands of a transaction, which are done all or not at all.
 * @throws what was wrong with the first bad one, where the client says only that there was one, or returns it
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

/** An address as it may be shown: a password can stand before the host and behind the path. */
function withoutPassword(url: string): string {
	if (!URL.canParse(url)) {
		return 'no address like redis://localhost:6379';
	}
	const { protocol, host, pathname } = new URL(url);
	return `"${protocol}//${host}${pathname}"`;
}
