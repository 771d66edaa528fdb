import { setTimeout as sleep } from 'node:timers/promises';
import pLimit, { type LimitFunction } from 'p-limit';

const AT_ONCE = 4;

export type TakeTurn = <T>(host: string, job: () => Promise<T>) => Promise<T>;

/** Lets few jobs run at once, and only one for each host, with a pause behind it. */
export function createLock(pauseMs: number): TakeTurn {
	const everywhere = pLimit(AT_ONCE);
	const hosts = new Map<string, LimitFunction>();
	return (host, job) => {
		const here = hosts.get(host) ?? pLimit(1);
		hosts.set(host, here);
		// The host's turn is outside, so that nobody holds one of the few places while waiting for a busy host.
		return here(async () => {
			const result = await everywhere(job);
			await sleep(pauseMs);
			return result;
		});
	};
}
