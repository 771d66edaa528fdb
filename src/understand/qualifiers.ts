import { isWhole, type Mention, type Names } from './names.ts';
import { type Squeezed, squeeze } from './squeeze.ts';

/** A word that turns one carrier's name into another's: SoftBank and "prepaid". */
type Qualifier = { word: string; carrier: string };

const MIN_LENGTH = 2;
/** So many characters may lie between: "prepaid card of softbank" is one, "prepaid or not, it shows softbank" is none. */
const REACH = 16;

/**
 * Makes the function that tells which carrier a name means in its text. The names themselves teach it: since "SoftBank
 * prepaid" is a carrier of its own, so is "a prepaid SIM of ソフトバンク".
 */
export function createQualifier(names: Names): (mention: Mention, text: string) => string {
	const qualifiers = collect(names);
	return ({ carrier, start, end }, text) => {
		const near = [text.slice(Math.max(0, start - REACH), start), text.slice(end, end + REACH)];
		const squeezed = near.map((part) => ({ part, squeezed: squeeze(part) }));
		const isNear = ({ word }: Qualifier): boolean =>
			squeezed.some(({ part, squeezed: letters }) => holds(word, part, letters));
		return qualifiers.get(carrier)?.find(isNear)?.carrier ?? carrier;
	};
}

/** The part of a longer name that is left when another carrier's name is taken off its beginning or end. */
function collect({ byName }: Names): Map<string, Qualifier[]> {
	const qualifiers = new Map<string, Qualifier[]>();
	const add = (base: string, word: string, carrier: string): void => {
		const of = byName.get(base);
		if (of !== undefined && of !== carrier && word.length >= MIN_LENGTH && !byName.has(word)) {
			const known = qualifiers.get(of) ?? [];
			known.push({ word, carrier });
			qualifiers.set(of, known);
		}
	};
	for (const [name, carrier] of byName) {
		for (let place = 1; place < name.length; place += 1) {
			const [start, end] = [name.slice(0, place), name.slice(place)];
			add(start, end, carrier);
			add(end, start, carrier);
		}
	}
	return qualifiers;
}

function holds(word: string, text: string, { text: squeezed, places }: Squeezed): boolean {
	const start = squeezed.indexOf(word);
	return start >= 0 && isWhole(text, places[start] ?? 0, (places[start + word.length - 1] ?? 0) + 1);
}
