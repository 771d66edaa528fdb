import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { normalise } from '../../../understand/normalise.ts';

const CLUE_KINDS = ['app', 'printed', 'apn', 'iccid'] as const;
export type ClueKind = (typeof CLUE_KINDS)[number];

/** A sign that can be read off a phone or a card, and the carriers that it fits. */
export type Sign = { value: string; carriers: readonly string[] };
export type Clue = { kind: ClueKind; signs: readonly Sign[] };

/**
 * Turns the carriers' clues round: from what a person sees to the carriers, in the order of the carriers' groups. Kinds
 * without any sign are left out.
 */
export function collectClues(catalogue: Catalogue): Clue[] {
	return CLUE_KINDS.map((kind) => {
		const signs = new Map<string, string[]>();
		for (const { id, clues } of catalogue.carriers) {
			for (const value of clues[kind]) {
				signs.set(value, [...(signs.get(value) ?? []), id]);
			}
		}
		const ordered = [...signs].map(([value, carriers]) => ({ value, carriers }));
		return { kind, signs: kind === 'printed' ? namesFirst(catalogue, ordered) : ordered };
	}).filter(({ signs }) => signs.length > 0);
}

/** The name of a product stands on its card for all to see; kinds of cards and titles of letters are looked for last. */
function namesFirst({ carriers }: Catalogue, signs: readonly Sign[]): Sign[] {
	const names = carriers.flatMap((carrier) => [...Object.values(carrier.names), ...carrier.aliases]).map(normalise);
	const isName = (sign: string): boolean => names.some((name) => name.includes(sign));
	const known = signs.filter(({ value }) => isName(normalise(value)));
	// Visitors know their card least, so theirs stand before those of residents.
	const visitors = carriers.filter(({ kind }) => kind === 'travel-sim' || kind === 'travel-esim').map(({ id }) => id);
	const isVisitors = (sign: Sign): boolean => sign.carriers.some((id) => visitors.includes(id));
	const others = signs.filter((sign) => !known.includes(sign));
	return [...known.filter(isVisitors), ...known.filter((sign) => !isVisitors(sign)), ...others];
}
