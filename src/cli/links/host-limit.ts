import { setTimeout as sleep } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';

const CONCURRENCY = 4;

/**
 * Lets few jobs run at once, and only one for each host, with a pause after it.
 * @param pauseMs how long a host is left alone between two jobs
 */
export function createHostLimit(pauseMs: number): <T>(host: string, job: () => Promise<T>) => Promise<T> {
	const all = pLimit(CONCURRENCY);
	const hosts = new Map<string, LimitFunction>();
	return (host, job) => {
		const one = hosts.get(host) ?? pLimit(1);
		hosts.set(host, one);
		// The limit of the host is outside, so that waiting for a busy host takes none of the few places.
		return one(async () => {
			const result = await all(job);
			await sleep(pauseMs);
			return result;
		});
	};
}
