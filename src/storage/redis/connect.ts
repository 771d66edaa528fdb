import { once } from 'node:events';
import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from 'pino';

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
