import type { Redis } from 'ioredis';

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
