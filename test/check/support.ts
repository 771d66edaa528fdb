import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { loadKnowledge } from '../../src/catalogue/load.ts';
import { type Checked, createChecker } from '../../src/check/check.ts';
import { KNOWLEDGE_FOLDER } from '../../src/content.ts';

/** The real knowledge: what is checked is what people are told. */
export const catalogue = createCatalogue(loadKnowledge(KNOWLEDGE_FOLDER));
const checker = createChecker(catalogue);

export const TODAY = '2026-11-29';

export function check(text: string, locale = 'ja'): Checked {
	return checker(text, { today: TODAY, locale });
}

/** The verdicts on the links of a text, in its order. */
export function verdictsOf(text: string): string[] {
	return check(text).links.map(({ verdict }) => verdict);
}
