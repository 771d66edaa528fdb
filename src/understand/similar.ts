import { normalise } from './normalise.ts';

/** Texts of which one is the other with a word or a letter changed are alike to this degree. */
export const NEARLY_SAME = 0.9;

/** The pairs of characters of a text, each once. */
function pairsOf(text: string): Set<string> {
	const characters = [
		...` ${normalise(text)
			.replace(/[\p{P}\p{S}\s]+/gu, ' ')
			.trim()} `,
	];
	return new Set(characters.slice(1).map((character, place) => `${characters[place]}${character}`));
}

/** A text of a list that is like the one that was looked up, and how much (Dice's coefficient of their pairs, 0 to 1). */
export type Similar = { place: number; similarity: number };

/**
 * Makes the function that finds the texts of a list which are like another. @param texts the list
 * @returns a function of a text and of the least similarity; the most alike come first
 */
export function createSimilarFinder(texts: readonly string[]): (text: string, least: number) => Similar[] {
	const pairs = texts.map(pairsOf);
	const places = new Map<string, number[]>();
	for (const [place, own] of pairs.entries()) {
		for (const pair of own) {
			const known = places.get(pair);
			if (known) {
				known.push(place);
			} else {
				places.set(pair, [place]);
			}
		}
	}
	const rarity = (pair: string): number => places.get(pair)?.length ?? 0;
	return (text, least) => {
		const wanted = [...pairsOf(text)].sort((a, b) => rarity(a) - rarity(b));
		// Whoever is so much alike shares so many of the pairs, and so at least one of these, the rarest.
		const shared = Math.ceil((wanted.length * least) / (2 - least));
		const candidates = new Set(wanted.slice(0, wanted.length - shared + 1).flatMap((pair) => places.get(pair) ?? []));
		return [...candidates]
			.map((place) => ({ place, similarity: dice(wanted, pairs[place] ?? new Set()) }))
			.filter(({ similarity }) => similarity >= least)
			.sort((a, b) => b.similarity - a.similarity);
	};
}

function dice(wanted: readonly string[], own: ReadonlySet<string>): number {
	return (2 * wanted.filter((pair) => own.has(pair)).length) / (wanted.length + own.size);
}
