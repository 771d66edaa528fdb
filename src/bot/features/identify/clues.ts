import type { Catalogue } from '../../../catalogue/catalogue.ts';

export const CLUE_KINDS = ['app', 'printed', 'apn', 'iccid'] as const;
export type ClueKind = (typeof CLUE_KINDS)[number];

/** A sign that can be read off a phone or a card, and the carriers that it fits. */
export type Sign = { value: string; carriers: readonly string[] };
export type Clue = { kind: ClueKind; signs: readonly Sign[] };

/** Turns the carriers' clues round: from what a person sees to the carriers. Kinds without any sign are left out. */
export function collectClues({ carriers }: Catalogue): Clue[] {
	return CLUE_KINDS.map((kind) => {
		const signs = new Map<string, string[]>();
		for (const { id, clues } of carriers) {
			for (const value of clues[kind]) {
				signs.set(value, [...(signs.get(value) ?? []), id]);
			}
		}
		return { kind, signs: [...signs].map(([value, fitting]) => ({ value, carriers: fitting })) };
	}).filter(({ signs }) => signs.length > 0);
}
