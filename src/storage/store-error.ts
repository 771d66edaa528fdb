/** The store cannot be opened, read or written. The message names the place and the remedy. */
export class StoreError extends Error {
	override name = 'StoreError' as const;
}
