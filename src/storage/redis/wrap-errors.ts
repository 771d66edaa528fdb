import type { Store } from '../store.ts';
import { StoreError } from '../store-error.ts';
import { wrapMethods } from '../wrap-methods.ts';

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
