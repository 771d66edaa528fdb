import MiniSearch from 'minisearch';
import type { Carrier, Catalogue } from '../catalogue/catalogue.ts';
import { LATIN } from '../fold-diacritics.ts';
import { collectNames, indexNames, type Mention, type Names, namesIn, stripSeparators } from './names.ts';
import { createNearNames } from './near-names.ts';
import { normalise } from './normalise.ts';

/** All carriers that a text names, in their order, and the one that is meant. */
type Mentions = { carrier?: string; mentions: readonly Mention[] };

export type CarrierFinder = {
	/** The carrier that a text names, or undefined. The longest name wins: "softbank prepaid" is not "softbank". */
	find: (words: string) => string | undefined;
	/** The carrier whose name words are very near to, where it stands alone or behind a command. Whoever typed it is asked. */
	findNear: (words: string) => string | undefined;
	/** All carriers that a normalised text names. Misspelt names too, unless told otherwise. */
	findAll: (normalised: string, fuzzily?: boolean) => Mentions;
	/** Whether a text is a carrier's name and nothing else. */
	isBareName: (words: string) => boolean;
};

const made = new WeakMap<Catalogue, CarrierFinder>();

/** Makes the look-up from a text to the carrier that it names; for one catalogue only once, since it takes its time. */
export function createCarrierFinder(catalogue: Catalogue): CarrierFinder {
	const finder = made.get(catalogue) ?? createFinder(catalogue);
	made.set(catalogue, finder);
	return finder;
}

function createFinder(catalogue: Catalogue): CarrierFinder {
	const names = collectNames(catalogue);
	const misspelt = createMisspelt(names);
	const qualify = createQualifier(names);
	const isPreferred = createPreference(catalogue);
	const findAll = (text: string, fuzzily = true): Mentions => {
		const exact = namesIn(text, stripSeparators(text), names);
		const mentions = exact.length > 0 || !fuzzily ? exact : [misspelt(text) ?? []].flat();
		const [first, ...others] = mentions;
		const meant = first && others.reduce((best, next) => (isPreferred(next, best) ? next : best), first);
		return { mentions, ...(meant ? { carrier: qualify(meant, text) } : {}) };
	};
	return {
		find: (words) => findAll(normalise(words)).carrier,
		findNear: createNearNames(names),
		findAll,
		isBareName: (words) => {
			const text = normalise(words);
			const { mentions } = findAll(text);
			return mentions.length === 1 && stripSeparators(maskNames(text, mentions, '')).text === '';
		},
	};
}

/** Puts a sign in place of each name: that one is named there says more than which. */
export function maskNames(text: string, mentions: readonly Mention[], sign: string): string {
	return mentions.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}${sign}${rest.slice(end)}`, text);
}

/** A name of more parts says more exactly what is meant: "iijmio japan travel sim". */
const MUCH_LONGER = 2;

/**
 * Of two carriers the first named is usually the one that is meant ("mineo docomo plan"), unless it is only the network
 * on which the other runs ("the phone shows KDDI, but I have povo"), or the other is a product of the same company.
 */
function createPreference({ carriers }: Catalogue): (next: Mention, best: Mention) => boolean {
	const byId = new Map(carriers.map((carrier) => [carrier.id, carrier]));
	return (next, best) => {
		const [one, other] = [byId.get(best.carrier), byId.get(next.carrier)];
		const isOnIts =
			one?.kind === 'mno' && other?.kind !== 'mno' && one.networks.some((net) => other?.networks.includes(net));
		const isLonger = next.end - next.start >= MUCH_LONGER * (best.end - best.start);
		const isItsPrepaid = isPrepaid(other) && !isPrepaid(one);
		return isOnIts || ((isLonger || isItsPrepaid) && one?.operator === other?.operator);
	};
}

function isPrepaid(carrier: Carrier | undefined): boolean {
	return carrier?.billing.every((billing) => billing === 'prepaid') === true;
}

/** Shorter names are too like other words: mineo and mines, saily and daily. */
const MIN_FUZZY = 6;

const LATIN_WORD = new RegExp(`(?<![${LATIN}])[a-z]{5,20}(?![${LATIN}])`, 'g');

/** Finds misspelt Latin names, one word at a time. */
function createMisspelt({ byName }: Names): (text: string) => Mention | undefined {
	const names = [...byName].filter(([name]) => /^[a-z]+$/.test(name) && name.length >= MIN_FUZZY);
	const index = new MiniSearch<{ id: number; name: string; carrier: string }>({
		fields: ['name'],
		storeFields: ['name', 'carrier'],
		searchOptions: { fuzzy: (term) => (term.length > MIN_FUZZY + 1 ? 2 : 1), prefix: false },
	});
	index.addAll(names.map(([name, carrier], id) => ({ id, name, carrier })));
	return (text) => {
		for (const { 0: word, index: start } of text.matchAll(LATIN_WORD)) {
			const [found] = index.search(word);
			if (found && found['name'][0] === word[0]) {
				return { carrier: found['carrier'], start, end: start + word.length };
			}
		}
		return undefined;
	};
}

const MIN_QUALIFIER_LENGTH = 2;
/** So many characters may lie between: "prepaid card of softbank" is one, "prepaid or not, it shows softbank" is none. */
const REACH = 16;

/**
 * Makes the function that tells which carrier a name means in its text. The names themselves teach it: since "SoftBank
 * prepaid" is a carrier of its own, so is "a prepaid SIM of ソフトバンク".
 */
function createQualifier(names: Names): (mention: Mention, text: string) => string {
	const qualifiers = collect(names);
	return ({ carrier, start, end }, text) => {
		const known = qualifiers.get(carrier);
		const near = known ? [text.slice(Math.max(0, start - REACH), start), text.slice(end, end + REACH)] : [];
		const [found] = near.flatMap((part) => (known ? namesIn(part, stripSeparators(part), known) : []));
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
		if (of !== undefined && of !== carrier && word.length >= MIN_QUALIFIER_LENGTH && !byName.has(word)) {
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
