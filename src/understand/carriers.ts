import type { Carrier, Catalogue } from '../catalogue/catalogue.ts';
import { createMisspelt } from './misspelt-names.ts';
import { collectNames, type Mention, namesIn } from './names.ts';
import { normalise } from './normalise.ts';
import { createQualifier } from './qualifiers.ts';
import { squeeze } from './squeeze.ts';

/** All carriers that a text names, in their order, and the one that is meant. */
export type Named = { carrier?: string; mentions: readonly Mention[] };

export type CarrierFinder = {
	/** The carrier that a text names, or undefined. The longest name wins: "softbank prepaid" is not "softbank". */
	find: (words: string) => string | undefined;
	/** The same with all names, for a text that is normalised already; misspelt names too, unless told otherwise. */
	named: (normalised: string, fuzzily?: boolean) => Named;
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
	const isCloser = createCloser(catalogue);
	const named = (text: string, fuzzily = true): Named => {
		const exact = namesIn(text, squeeze(text), names);
		const mentions = exact.length > 0 || !fuzzily ? exact : [misspelt(text) ?? []].flat();
		const [first, ...others] = mentions;
		const meant = first && others.reduce((best, next) => (isCloser(next, best) ? next : best), first);
		return { mentions, ...(meant ? { carrier: qualify(meant, text) } : {}) };
	};
	return { find: (words) => named(normalise(words)).carrier, named };
}

/** A name of more parts says more exactly what is meant: "iijmio japan travel sim". */
const MUCH_LONGER = 2;

/**
 * Of two carriers the first named is usually the one that is meant ("mineo docomo plan"), unless it is only the network
 * on which the other runs ("the phone shows KDDI, but I have povo"), or the other is a product of the same company.
 */
function createCloser({ carriers }: Catalogue): (next: Mention, best: Mention) => boolean {
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
