import type { Catalogue } from '../catalogue/catalogue.ts';
import { LATIN } from '../fold-diacritics.ts';
import { normalise } from './normalise.ts';

/** A carrier that a text names, and where in the normalised text its name stands. */
export type Mention = { carrier: string; start: number; end: number };

/** The names by their first character, and how long those are: most places of a text begin no name at all. */
export type Names = { byName: ReadonlyMap<string, string>; lengths: ReadonlyMap<string, readonly number[]> };

const LETTER = new RegExp(`[${LATIN}]`);

/** Every id, name and alias, in the one shape in which names are compared. */
export function collectNames({ carriers }: Catalogue): Names {
	return indexNames(
		carriers.flatMap(({ id, names, aliases }) =>
			[id, ...Object.values(names), ...aliases].map((name) => [nameKey(name), id] as const),
		),
	);
}

/** Makes names quick to find, however many there are. */
export function indexNames(entries: readonly (readonly [name: string, carrier: string])[]): Names {
	const byName = new Map(entries);
	return { byName, lengths: lengthsOf([...byName.keys()]) };
}

function lengthsOf(names: readonly string[]): Map<string, number[]> {
	const lengths = new Map<string, Set<number>>();
	for (const name of names) {
		const first = name[0] ?? '';
		lengths.set(first, (lengths.get(first) ?? new Set()).add(name.length));
	}
	return new Map([...lengths].map(([first, all]) => [first, [...all].sort((a, b) => b - a)]));
}

/** All names of a text in their order. What lies inside a longer name is a part of it. */
export function namesIn(text: string, stripped: Stripped, names: Names): Mention[] {
	const mentions: Mention[] = [];
	for (let start = 0; start < stripped.text.length; start += 1) {
		const found = longestAt(start, text, stripped, names);
		if (found) {
			mentions.push(found.mention);
			start += found.length - 1;
		}
	}
	return mentions;
}

function longestAt(
	start: number,
	text: string,
	{ text: stripped, places }: Stripped,
	{ byName, lengths }: Names,
): { mention: Mention; length: number } | undefined {
	for (const length of lengths.get(stripped[start] ?? '') ?? []) {
		const isRoom = start + length <= stripped.length;
		const carrier = isRoom ? byName.get(stripped.slice(start, start + length)) : undefined;
		const from = places[start] ?? 0;
		const to = (places[start + length - 1] ?? 0) + 1;
		if (carrier !== undefined && isWhole(text, from, to)) {
			return { mention: { carrier, start: from, end: to }, length };
		}
	}
	return undefined;
}

/** A Latin name must be a word of its own; Chinese and Japanese names stand glued to their neighbours. */
export function isWhole(text: string, start: number, end: number): boolean {
	const cutsBefore = LETTER.test(text[start] ?? '') && LETTER.test(text[start - 1] ?? '');
	const cutsAfter = LETTER.test(text[end - 1] ?? '') && LETTER.test(text[end] ?? '');
	return !cutsBefore && !cutsAfter;
}

/** A text without what people put between the parts of a name, and the way back to where each part stood. */
export type Stripped = {
	text: string;
	/** For each character, its place in the normalised text. */
	places: readonly number[];
};

/** Particles between the parts of a name: ドコモのプリペイド, 乐天的卡. Hiragana has become katakana here. */
const LEFT_OUT = /[^\p{L}\p{N}!]|[ノ的]/u;

/**
 * Leaves only letters and digits, so that "soft bank", "SoftBank" and "soft-bank" are one name.
 * @param text already normalised
 */
export function stripSeparators(text: string): Stripped {
	const places: number[] = [];
	let stripped = '';
	for (let place = 0; place < text.length; place += 1) {
		const character = text[place] ?? '';
		if (!LEFT_OUT.test(character)) {
			stripped += character;
			places.push(place);
		}
	}
	return { text: stripped, places };
}

/** The one shape of a name: two spellings of it become equal. */
export function nameKey(name: string): string {
	return stripSeparators(normalise(name)).text;
}
