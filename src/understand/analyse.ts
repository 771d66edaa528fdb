import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Words } from '../catalogue/words.ts';
import { createCarrierFinder } from './carrier-finder.ts';
import { featuresOf, NAME } from './features.ts';
import type { Mention } from './names.ts';
import { createSpeller, normalise } from './normalise.ts';
import { createBlanker, createNameTest, createTopics } from './topics.ts';

/** Says that a name is there which is not ours to answer: another country's carrier, another service. */
const FOREIGN = '×';

/** Begins a message to somebody else in a group. */
const ADDRESSED = '@';

/** The parts of knowledge/words that are used as they are, without being learnt from. */
export type Lists = Pick<Words, 'falseFriends' | 'foreignBrands' | 'topics' | 'spellings'>;

export type Analysis = { text: string; features: string[]; carrier?: string; isBareName: boolean };

/**
 * Makes the function that takes a text apart: whom it names, and what a classifier can count.
 * @param fuzzily whether misspelt names are looked for too
 */
export function createAnalyser(catalogue: Catalogue, lists: Lists, fuzzily: boolean): (words: string) => Analysis {
	const { named } = createCarrierFinder(catalogue);
	const blank = createBlanker(lists.falseFriends);
	const namesForeignBrand = createNameTest(lists.foreignBrands);
	const topicsOf = createTopics(lists.topics);
	const spell = createSpeller(lists.spellings);
	return (words) => {
		const text = normalise(words);
		const blanked = blank(text);
		const { carrier, mentions } = named(blanked, fuzzily);
		const written = featuresOf(spell(mask(text, mentions)));
		const names = new Set(mentions.map((mention) => `${NAME}${mention.carrier}`));
		const signs = carrier === undefined && (blanked !== text || namesForeignBrand(text)) ? [FOREIGN] : [];
		const addressed = text.startsWith(ADDRESSED) ? [ADDRESSED] : [];
		return {
			text,
			features: [...signs, ...addressed, ...names, ...topicsOf(text), ...written],
			...(carrier === undefined ? {} : { carrier }),
			isBareName: written.length === 1 && written[0] === NAME,
		};
	};
}

/** Puts one sign in place of each name: that one is named there says more than which. */
function mask(text: string, mentions: readonly Mention[]): string {
	return mentions.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}${NAME}${rest.slice(end)}`, text);
}
