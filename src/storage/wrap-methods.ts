import type { Store } from './store.ts';

/** One method of a store, whichever it is. */
export type Method = (...given: never[]) => Promise<unknown>;

/**
 * A store, or parts of one, with something around each of its methods.
 * @param around gets a method and its name, and gives what takes its place
 */
export function wrapMethods<Parts extends Partial<Store>>(
	parts: Parts,
	around: (method: Method, name: keyof Store) => Method,
): Parts {
	const entries = Object.entries(parts).map(([name, value]) => [
		name,
		typeof value === 'function' ? around(value, name as keyof Store) : value,
	]);
	return Object.fromEntries(entries) as Parts;
}
