import { type Names, nameKey } from './names.ts';

/** Shorter words are too like one another. */
const MIN_LENGTH = 4;
/** From this length on, two letters may be wrong. */
const LONG = 8;

/**
 * Makes the function that tells which carrier's name a word is very near to. It is far more generous than what a text is
 * read with, so whoever typed it is asked.
 * @returns undefined where no name is near, or those of two carriers are equally near
 */
export function createNearNames({ byName }: Names): (words: string) => string | undefined {
	const names = [...byName].filter(([name]) => name.length >= MIN_LENGTH);
	const nearest = (word: string): string | undefined => {
		const limit = word.length >= LONG ? 2 : 1;
		const near = names
			.filter(([name]) => Math.abs(name.length - word.length) <= limit)
			.map(([name, carrier]) => ({ carrier, distance: distanceOf(word, name) }))
			.filter(({ distance }) => distance <= limit);
		const least = Math.min(...near.map(({ distance }) => distance));
		const [found, ...others] = new Set(near.filter(({ distance }) => distance === least).map(({ carrier }) => carrier));
		return others.length === 0 ? found : undefined;
	};
	return (words) => {
		const keys = [words, ...words.split(/\s+/)].map(nameKey).filter(({ length }) => length >= MIN_LENGTH);
		return keys.map(nearest).find((carrier) => carrier !== undefined);
	};
}

/** How many letters were added, left out, replaced or swapped with their neighbour. */
function distanceOf(one: string, other: string): number {
	let before: number[] = [];
	let last = Array.from({ length: other.length + 1 }, (_, column) => column);
	for (let row = 1; row <= one.length; row += 1) {
		const next = [row];
		for (let column = 1; column <= other.length; column += 1) {
			const at = (from: readonly number[], place: number): number => from[place] ?? Number.POSITIVE_INFINITY;
			next[column] = Math.min(
				at(last, column) + 1,
				at(next, column - 1) + 1,
				at(last, column - 1) + Number(one[row - 1] !== other[column - 1]),
				isSwapped(one, row, other, column) ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
			);
		}
		[before, last] = [last, next];
	}
	return last[other.length] ?? 0;
}

function isSwapped(one: string, row: number, other: string, column: number): boolean {
	return row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
}
