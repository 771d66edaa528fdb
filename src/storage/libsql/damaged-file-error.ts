/** The database file is there, but is none, or a damaged one: writing to it would make it worse. */
export class DamagedFileError extends Error {
	override name = 'DamagedFileError' as const;
}
