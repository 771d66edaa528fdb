import type { Logger } from 'pino';
import { StoreError } from '../errors.ts';
import { createThrottle } from '../throttle.ts';
import { type PersonSettings, readGroupSettings } from './settings.ts';
import { type Store, type StoreMethod, wrapMethods } from './store.ts';

/** A person asked for this change, or for their own data: "nothing" would be a lie, so the error is passed on. */
const RETHROW = 'rethrow';

/** Stands for settings that could not be read: what a person was asked, say, is not known to be nothing. */
export const UNREAD_PERSON: PersonSettings = Object.freeze({});

/** Results to use while the store is down. */
const FALLBACKS: Readonly<Record<StoreMethod, typeof RETHROW | (() => unknown)>> = {
	readPerson: () => UNREAD_PERSON,
	changePerson: RETHROW,
	readGroup: () => readGroupSettings(undefined),
	changeGroup: RETHROW,
	saveReminder: RETHROW,
	listReminders: RETHROW,
	removeReminder: RETHROW,
	vote: RETHROW,
	listVotes: RETHROW,
	listUnanswered: RETHROW,
	exportPerson: RETHROW,
	forgetPerson: RETHROW,
	// To be answered twice is better than never.
	isSeen: () => false,
	claimUpdate: () => true,
	renewUpdate: () => undefined,
	markSeen: () => undefined,
	listHeldUpdates: () => [],
	releaseUpdate: () => undefined,
	// What is not kept must not be confirmed.
	holdUpdates: RETHROW,
	// Side effects of asking a question: its answer must not fail with them.
	addDeletion: () => undefined,
	countUnanswered: () => undefined,
	countChoice: () => undefined,
	moveGroup: () => undefined,
	markBlocked: () => undefined,
	// Background work, which is done once the store is back.
	listDeletions: () => [],
	forgetDeletion: RETHROW,
	claimReminders: () => [],
	forgetBlocked: () => [],
	close: RETHROW,
};

/**
 * Lets questions be answered while the store is down: methods with a fallback return it, and the log says so, at most
 * once a minute. All others still throw.
 * @param now in milliseconds since 1970
 */
export function withFallbacks(store: Store, log: Logger, now: () => number = Date.now): Store {
	const throttle = createThrottle(now);
	let failing: string | undefined;
	const wrapped = wrapMethods(store, (method, name) => {
		const fallback = FALLBACKS[name];
		return async (...given) => {
			try {
				const result = await method(...given);
				failing = undefined;
				return result;
			} catch (error) {
				failing = (error as Error).message;
				if (fallback === RETHROW) {
					throw error;
				}
				// A store that was broken from the start was reported then.
				if (store.broken === undefined) {
					throttle(() => log.warn({ err: error, method: name }, 'the store fails, going on with the defaults'));
				}
				return fallback();
			}
		};
	});
	// Derived from the last call, so that it is undefined again when the server is back.
	return Object.defineProperty(wrapped, 'broken', { get: () => store.broken ?? failing, enumerable: true });
}

/**
 * A store of which every method but `close` throws, for a process that cannot keep anything.
 * @param reason the sentence that says why, and what to do
 */
export function brokenStore(reason: string): Store {
	const fail = async (): Promise<never> => {
		throw new StoreError(reason);
	};
	const methods = Object.fromEntries(Object.keys(FALLBACKS).map((name) => [name, fail]));
	return { ...(methods as Record<StoreMethod, typeof fail>), broken: reason, close: async () => undefined };
}
