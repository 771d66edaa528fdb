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
	return (text, least) => {
		const wanted = pairsOf(text);
		const shared = new Map<number, number>();
		for (const place of [...wanted].flatMap((pair) => places.get(pair) ?? [])) {
			shared.set(place, (shared.get(place) ?? 0) + 1);
		}
		return [...shared]
			.map(([place, count]) => ({ place, similarity: (2 * count) / (wanted.size + (pairs[place]?.size ?? 0)) }))
			.filter(({ similarity }) => similarity >= least)
			.sort((a, b) => b.similarity - a.similarity);
	};
}
