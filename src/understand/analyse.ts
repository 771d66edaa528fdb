import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Words } from '../catalogue/words.ts';
import { createCarrierFinder, maskNames } from './carrier-finder.ts';
import { featuresOf, NAME } from './features.ts';
import { createFinder } from './finder.ts';
import { createSpeller, normalise } from './normalise.ts';
import { createBlanker, createNameTest, createTopics } from './topics.ts';

/** Says that a name is there which is not ours to answer: another country's carrier, another service. */
const FOREIGN = '×';

/** Letters of which no features are made: words of a language that nobody taught. */
const OTHER_LETTERS = /(?![\p{Script=Latin}\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー々])\p{L}/u;

/** Begins a message to somebody else in a group. */
const ADDRESSED = '@';

/** The parts of knowledge/words that are used as they are, without being trained on. */
export type Lists = Pick<
	Words,
	'falseFriends' | 'foreignBrands' | 'topics' | 'spellings' | 'reminder' | 'doors' | 'smallTalk'
>;

/** `nameless` is the text without carriers' names. */
export type Analysis = { text: string; nameless: string; features: string[]; carrier?: string; isBareName: boolean };

/**
 * Makes the function that takes a text apart: whom it names, and what a classifier can count.
 * @param fuzzily whether misspelt names are looked for too
 */
export function createAnalyser(catalogue: Catalogue, lists: Lists, fuzzily: boolean): (words: string) => Analysis {
	const { findAll } = createCarrierFinder(catalogue);
	const blank = createBlanker(lists.falseFriends);
	const namesForeignBrand = createNameTest(lists.foreignBrands);
	const topicsOf = createTopics(lists.topics);
	const spell = createSpeller(lists.spellings);
	const polite = createFinder([lists.smallTalk.polite]);
	// Nothing but politeness is said as it is.
	const cutPolite = (masked: string): string => masked.replace(polite, ' ').trim() || masked;
	return (words) => {
		const text = normalise(words);
		const blanked = blank(text);
		const { carrier, mentions } = findAll(blanked, fuzzily);
		const written = featuresOf(spell(detachParticles(cutPolite(maskNames(text, mentions, NAME)))));
		const names = new Set(mentions.map((mention) => `${NAME}${mention.carrier}`));
		const foreign = carrier === undefined && (blanked !== text || namesForeignBrand(text)) ? [FOREIGN] : [];
		const addressed = text.startsWith(ADDRESSED) ? [ADDRESSED] : [];
		return {
			text,
			nameless: maskNames(text, mentions, ' '),
			features: [...foreign, ...addressed, ...names, ...topicsOf(text), ...written],
			...(carrier === undefined ? {} : { carrier }),
			isBareName: written.length === 1 && written[0] === NAME && !OTHER_LETTERS.test(maskNames(text, mentions, ' ')),
		};
	};
}

/** Japanese and Korean particles, as they stand in a normalised text. */
const BEHIND_NAME = new RegExp(
	`${NAME}(ノ|ハ|ヲ|ガ|ニ|デ|モ|ッテ|カラ|(?:의|은|는|이|가|을|를|에서|에|으로|로|도|이랑|랑|꺼|거)(?=\\s))`,
	'gu',
);

/** A particle behind a name belongs to the name: linemoのチャージ asks what "linemo チャージ" asks. */
function detachParticles(masked: string): string {
	return masked.replace(BEHIND_NAME, `${NAME} $1 `);
}
