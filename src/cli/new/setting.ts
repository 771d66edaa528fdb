import type { Knowledge } from '../../catalogue/load.ts';
import { OFFICIAL_BODIES } from '../../catalogue/rules/official-bodies.ts';
import type { CarrierEntry } from '../../catalogue/schema.ts';
import type { Ask } from './dialogue.ts';

/** Whom to ask, what is known already, and the day of today, as 2026-11-20. */
export type Start = { ask: Ask; knowledge: Knowledge; today: string };

/** What the questions of a procedure depend on. */
export type Setting = Omit<Start, 'knowledge'> & {
	/** The carrier to which the procedure belongs. */
	carrier: Pick<CarrierEntry, 'officialDomains' | 'forms' | 'billing'>;
	/** Domains whose pages may be called official. */
	official: readonly string[];
};

/** The questions of a procedure of this carrier, which need not be in the catalogue yet. */
export function createSetting({ ask, knowledge, today }: Start, carrier: Setting['carrier']): Setting {
	const official = [
		...carrier.officialDomains,
		...knowledge.carriers.flatMap(({ entry }) => entry.officialDomains),
		...OFFICIAL_BODIES.map(({ domain }) => domain),
	];
	return { ask, today, carrier, official };
}
