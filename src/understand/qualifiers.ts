import { indexNames, type Mention, type Names, namesIn } from './names.ts';
import { squeeze } from './squeeze.ts';

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
		const known = qualifiers.get(carrier);
		const near = known ? [text.slice(Math.max(0, start - REACH), start), text.slice(end, end + REACH)] : [];
		const [found] = near.flatMap((part) => (known ? namesIn(part, squeeze(part), known) : []));
		return found?.carrier ?? carrier;
	};
}

/**
 * The words that turn one carrier's name into another's, like SoftBank's and "prepaid": what is left of a longer name
 * when another carrier's name is taken off its beginning or end.
 */
function collect({ byName }: Names): Map<string, Names> {
	const words = new Map<string, Map<string, string>>();
	const add = (base: string, word: string, carrier: string): void => {
		const of = byName.get(base);
		if (of !== undefined && of !== carrier && word.length >= MIN_LENGTH && !byName.has(word)) {
			const known = words.get(of) ?? new Map<string, string>();
			known.set(word, known.get(word) ?? carrier);
			words.set(of, known);
		}
	};
	for (const [name, carrier] of byName) {
		for (let place = 1; place < name.length; place += 1) {
			const [start, end] = [name.slice(0, place), name.slice(place)];
			add(start, end, carrier);
			add(end, start, carrier);
		}
	}
	return new Map([...words].map(([of, entries]) => [of, indexNames([...entries])]));
}
