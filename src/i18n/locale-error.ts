/** A file of the interface texts cannot be used. The message names the file, the key and the remedy. */
export class LocaleError extends Error {
	override name = 'LocaleError' as const;
}
