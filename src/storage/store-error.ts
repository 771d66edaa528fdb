/** The store cannot be opened. The message names the folder and the remedy. */
export class StoreError extends Error {
	override name = 'StoreError' as const;
}
