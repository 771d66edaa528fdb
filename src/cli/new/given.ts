type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Only the fields that have something in them: what is empty is left out of a file. */
export function given<T extends object>(fields: T): Given<T> {
	const full = Object.entries(fields).filter(
		([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
	);
	return Object.fromEntries(full) as Given<T>;
}
