import MiniSearch from 'minisearch';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { normalise } from './normalise.ts';
import { nameKey, type Squeezed, squeeze } from './squeeze.ts';

/** A carrier that a text names, and where in the normalised text its name stands. */
export type Mention = { carrier: string; start: number; end: number };

export type CarrierFinder = {
	/** The carrier that a text names, or undefined. The longest name wins: "softbank prepaid" is not "softbank". */
	find: (words: string) => string | undefined;
	/** The same with its place, for a text that is normalised already; misspelt names too, unless told otherwise. */
	mention: (normalised: string, fuzzily?: boolean) => Mention | undefined;
};

const LATIN = /[a-z0-9]/;
/** Shorter names are too like other words: mineo and mines, saily and daily. */
const MIN_FUZZY = 6;

/**
 * Makes the look-up from a text to the carrier that it names.
 * @param lookalikes phrases that hold a carrier's name and do not mean it, like "au revoir"
 */
export function createCarrierFinder({ carriers }: Catalogue, lookalikes: readonly string[] = []): CarrierFinder {
	const byName = new Map(
		carriers.flatMap(({ id, names, aliases }) =>
			[id, ...Object.values(names), ...aliases].map((name) => [nameKey(name), id] as const),
		),
	);
	const names = indexNames(byName);
	const fuzzy = createFuzzy(byName);
	const blanks = lookalikes.map(normalise);
	const mention = (normalised: string, fuzzily = true): Mention | undefined => {
		const text = blanks.reduce((rest, phrase) => rest.replaceAll(phrase, ' '.repeat(phrase.length)), normalised);
		return exact(text, squeeze(text), names) ?? (fuzzily ? fuzzy(text) : undefined);
	};
	return { find: (words) => mention(normalise(words))?.carrier, mention };
}

/** The names by their first character, and how long those are: most places of a text begin no name at all. */
type Names = { byName: ReadonlyMap<string, string>; lengths: ReadonlyMap<string, readonly number[]> };

function indexNames(byName: ReadonlyMap<string, string>): Names {
	const lengths = new Map<string, number[]>();
	for (const name of byName.keys()) {
		const first = name[0] ?? '';
		lengths.set(
			first,
			[...new Set([...(lengths.get(first) ?? []), name.length])].sort((a, b) => b - a),
		);
	}
	return { byName, lengths };
}

/**
 * Of two carriers the first named is usually the one that is meant ("mineo docomo plan"), but a name of more parts
 * says it more exactly ("iijmio japan travel sim").
 */
const MUCH_LONGER = 2;

function exact(text: string, squeezed: Squeezed, names: Names): Mention | undefined {
	let best: (Mention & { length: number }) | undefined;
	for (let start = 0; start < squeezed.text.length; start += 1) {
		const found = longestAt(start, text, squeezed, names);
		if (found && found.length >= (best?.length ?? 0) * MUCH_LONGER) {
			best = found;
		}
		// What lies inside a longer name is a part of it.
		start += Math.max(0, (found?.length ?? 0) - 1);
	}
	return best && { carrier: best.carrier, start: best.start, end: best.end };
}

function longestAt(
	start: number,
	text: string,
	{ text: squeezed, places }: Squeezed,
	{ byName, lengths }: Names,
): (Mention & { length: number }) | undefined {
	for (const length of lengths.get(squeezed[start] ?? '') ?? []) {
		const isRoom = start + length <= squeezed.length;
		const carrier = isRoom ? byName.get(squeezed.slice(start, start + length)) : undefined;
		const from = places[start] ?? 0;
		const to = (places[start + length - 1] ?? 0) + 1;
		if (carrier !== undefined && isWhole(text, from, to)) {
			return { carrier, start: from, end: to, length };
		}
	}
	return undefined;
}

/** A Latin name must be a word of its own; Chinese and Japanese names stand glued to their neighbours. */
function isWhole(text: string, start: number, end: number): boolean {
	const cutsBefore = LATIN.test(text[start] ?? '') && LATIN.test(text[start - 1] ?? '');
	const cutsAfter = LATIN.test(text[end - 1] ?? '') && LATIN.test(text[end] ?? '');
	return !cutsBefore && !cutsAfter;
}

/** Finds misspelt Latin names, one word at a time. */
function createFuzzy(byName: ReadonlyMap<string, string>): (text: string) => Mention | undefined {
	const names = [...byName].filter(([name]) => /^[a-z]+$/.test(name) && name.length >= MIN_FUZZY);
	const index = new MiniSearch<{ id: number; name: string; carrier: string }>({
		fields: ['name'],
		storeFields: ['name', 'carrier'],
		searchOptions: { fuzzy: (term) => (term.length > MIN_FUZZY + 1 ? 2 : 1), prefix: false },
	});
	index.addAll(names.map(([name, carrier], id) => ({ id, name, carrier })));
	return (text) => {
		for (const { 0: word, index: start } of text.matchAll(/[a-z]{5,20}/g)) {
			const [found] = index.search(word);
			if (found && found['name'][0] === word[0]) {
				return { carrier: found['carrier'], start, end: start + word.length };
			}
		}
		return undefined;
	};
}
