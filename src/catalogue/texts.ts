import { formatPlace } from './problem.ts';
import type { Text } from './schema.ts';

/** A text of an entry and where it stands. */
export type PlacedText = { place: string; text: Text };

/**
 * Finds every text in an entry, wherever it stands, so that a rule needs no list of fields.
 * @param entry a carrier's or a procedure's entry
 * @param path where the entry itself stands in its file
 */
export function textsOf(entry: unknown, path: readonly PropertyKey[] = []): PlacedText[] {
	if (typeof entry !== 'object' || entry === null) {
		return [];
	}
	if ('en' in entry && typeof entry.en === 'string') {
		return [{ place: formatPlace(path), text: entry as Text }];
	}
	return Object.entries(entry).flatMap(([key, value]) =>
		textsOf(value, [...path, Array.isArray(entry) ? Number(key) : key]),
	);
}
