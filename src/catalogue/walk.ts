import type { CarrierFolder, Knowledge, ProcedureFile } from './load.ts';
import { formatPlace } from './problem.ts';
import type { Source, Text } from './schema.ts';
import type { ProcedureId } from './vocabulary.ts';

export type FileEntry = { file: string; entry: unknown };

/** Each file of the catalogue once. Support and identify are part of their carrier.yaml. */
export function entriesByFile(knowledge: Knowledge): FileEntry[] {
	return [...sharedEntries(knowledge), ...knowledge.carriers.flatMap(carrierEntries)];
}

/** The files that belong to no carrier. */
export function sharedEntries({ categories, device, guides, notices }: Knowledge): FileEntry[] {
	return [{ file: 'categories.yaml', entry: categories }, ...device.values(), ...guides, ...notices];
}

/** The files of one carrier: carrier.yaml first. */
export function carrierEntries({ file, entry, procedures }: CarrierFolder): FileEntry[] {
	return [{ file, entry }, ...[...procedures.values()].filter(({ place }) => place === '')];
}

/** A procedure of a carrier, or of any phone where there is no carrier. */
export type PlacedProcedure = { carrier?: CarrierFolder; id: ProcedureId; procedure: ProcedureFile };

/** Each procedure of each carrier, those of carrier.yaml included, and those of the phones. */
export function proceduresOf({ carriers, device }: Knowledge): PlacedProcedure[] {
	const ofCarriers = carriers.flatMap((carrier) =>
		[...carrier.procedures].map(([id, procedure]) => ({ carrier, id, procedure })),
	);
	return [...ofCarriers, ...[...device].map(([id, procedure]) => ({ id, procedure }))];
}

/** The place of a part of a procedure in its file, which can be carrier.yaml. */
export function placeIn({ place }: ProcedureFile, ...path: PropertyKey[]): string {
	return formatPlace(place === '' ? path : [place, ...path]);
}

export type PlacedSource = { place: string; source: Source };

/** Every source in an entry. */
export function sourcesOf(entry: unknown, path: readonly PropertyKey[] = []): PlacedSource[] {
	if (typeof entry !== 'object' || entry === null) {
		return [];
	}
	if ('says' in entry && 'url' in entry) {
		return [{ place: formatPlace(path), source: entry as Source }];
	}
	return childrenOf(entry).flatMap(([key, child]) => sourcesOf(child, [...path, key]));
}

export type PlacedWords = { place: string; locale: string; words: string };

/** Every string that is shown: texts in each language, sentences for the staff, values to copy. */
export function wordsOf(entry: unknown): PlacedWords[] {
	const translated = textsOf(entry).flatMap(({ place, text }) =>
		Object.entries(text).map(([locale, words]) => ({ place: `${place}.${locale}`, locale, words })),
	);
	return [...translated, ...untranslatedOf(entry, [])];
}

function untranslatedOf(entry: unknown, path: readonly PropertyKey[]): PlacedWords[] {
	if (typeof entry !== 'object' || entry === null) {
		return [];
	}
	return childrenOf(entry).flatMap(([key, child]) => {
		const shown = (key === 'ja' && 'meaning' in entry) || (key === 'value' && 'label' in entry);
		return shown && typeof child === 'string'
			? [{ place: formatPlace([...path, key]), locale: 'ja', words: child }]
			: untranslatedOf(child, [...path, key]);
	});
}

function childrenOf(entry: object): [PropertyKey, unknown][] {
	return Object.entries(entry).map(([key, child]) => [Array.isArray(entry) ? Number(key) : key, child]);
}

/** A text of an entry, its place in the file, and for which languages it is if not for all. */
export type PlacedText = { place: string; text: Text; locales?: readonly string[] };

/**
 * Finds every text in an entry, so that a rule needs no list of fields.
 * @param entry a carrier's or a procedure's entry
 * @param path the place of the entry in its file
 */
export function textsOf(entry: unknown, path: readonly PropertyKey[] = []): PlacedText[] {
	if (typeof entry !== 'object' || entry === null) {
		return [];
	}
	if ('en' in entry && typeof entry.en === 'string') {
		return [{ place: formatPlace(path), text: entry as Text }];
	}
	const inside = childrenOf(entry).flatMap(([key, child]) => textsOf(child, [...path, key]));
	const { locales } = entry as { locales?: readonly string[] };
	return locales ? inside.map((placed) => ({ ...placed, locales })) : inside;
}
