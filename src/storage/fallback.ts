import type { Logger } from 'pino';
import { createThrottle } from '../throttle.ts';
import { readGroupSettings } from './settings.ts';
import type { Store } from './store.ts';
import { wrapMethods } from './wrap-methods.ts';

/**
 * What stands in for an answer of the store. Not here, so that it fails: what a person asks to have changed, and what
 * they ask to see of their own, where "nothing" would be a lie.
 */
const INSTEAD: { [Name in keyof Store]?: () => unknown } = {
	readPerson: () => ({}),
	readGroup: () => readGroupSettings(undefined),
	listDeletions: () => [],
	claimReminders: () => [],
	isSeen: () => false,
	// To be answered twice is better than never.
	claimUpdate: () => true,
	markSeen: () => undefined,
	countUnanswered: () => undefined,
	// Nobody who asks a question asked for these, and their answer is not to fail with them.
	addDeletion: () => undefined,
	moveGroup: () => undefined,
	markBlocked: () => undefined,
};

/**
 * Lets questions be answered while the store cannot be read or written: failing reads give the defaults, and the log
 * says so, at most once a minute. Changes that a person asked for still throw.
 * @param now in milliseconds since 1970
 */
export function guardReads(store: Store, log: Logger, now: () => number = Date.now): Store {
	const throttle = createThrottle(now);
	let failing: string | undefined;
	const guarded = wrapMethods(store, (method, name) => {
		const instead = INSTEAD[name];
		return async (...given) => {
			try {
				const result = await method(...given);
				failing = undefined;
				return result;
			} catch (error) {
				failing = (error as Error).message;
				if (!instead) {
					throw error;
				}
				throttle(() => log.warn({ err: error, method: name }, 'the store fails, going on with the defaults'));
				return instead();
			}
		};
	});
	// As of the last thing that was asked of it, so that it is true again when the server is back.
	return Object.defineProperty(guarded, 'broken', { get: () => store.broken ?? failing, enumerable: true });
}
