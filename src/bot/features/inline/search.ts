import { GUIDES, type Intent, isOneOf, PROCEDURES } from '../../../catalogue/vocabulary.ts';
import { decide } from '../../../understand/decide.ts';
import { nameKey } from '../../../understand/names.ts';
import type { Understood } from '../../../understand/understand.ts';
import type { Content } from '../../deps.ts';
import { answerPath, carrierPath, guidePath, type Topic } from '../../paths.ts';
import { answerTitle } from '../../screens/format.ts';
import { pathTo } from '../procedure/index.ts';

/** More than a screen of results nobody reads. */
const MAX_RESULTS = 20;

/** Finds the screens for an inline query, the likeliest first. */
type Search = (query: string) => string[];

/** Makes the search. It reads a query as a question that may not be finished yet. */
export function createSearch(content: Content): Search {
	const findTitle = createTitles(content);
	return (query) => {
		const words = query.trim();
		const shared = findTitle(words);
		const found = words === '' ? everyProcedure(content) : findWords(content, words);
		return [...new Set([...(shared ? [shared] : []), ...found])].slice(0, MAX_RESULTS);
	};
}

function everyProcedure({ catalogue }: Content): string[] {
	return PROCEDURES.map((procedure) => pathTo(catalogue, procedure));
}

function findWords(content: Content, words: string): string[] {
	const understood = content.understand(words);
	if (understood.carrier !== undefined) {
		return ofCarrier(content, understood.carrier, understood);
	}
	const begun = carriersBeginning(content, words);
	const outcome = decide(understood, 'private');
	switch (outcome.kind) {
		case 'answer':
			return [...begun, pathOf(content, outcome.intent), ...answersFor(content, outcome.intent)];
		case 'offer':
			return [...begun, ...outcome.intents.map((intent) => pathOf(content, intent))];
		case 'silence':
			return begun;
	}
}

function pathOf({ catalogue }: Content, intent: Intent): string {
	return isOneOf(GUIDES, intent) ? guidePath({ id: intent }) : pathTo(catalogue, intent);
}

/** All answers of a carrier: first the likeliest for these words, then the rest. */
function ofCarrier({ catalogue }: Content, carrier: string, { isBareName, nearest, form }: Understood): string[] {
	const known = catalogue.procedures(carrier);
	const likely = isBareName
		? []
		: known.filter((procedure) => nearest.includes(procedure)).sort((a, b) => nearest.indexOf(a) - nearest.indexOf(b));
	return [...likely, ...known].map((procedure) => {
		return answerPath({ procedure, carrier, ...(form ? { form } : {}) }, catalogue);
	});
}

function answersFor({ catalogue }: Content, procedure: Intent): string[] {
	return isOneOf(GUIDES, procedure)
		? []
		: catalogue
				.groups(procedure)
				.flatMap(({ carriers }) => carriers)
				.map(({ id }) => answerPath({ procedure, carrier: id }));
}

/** While somebody still types a carrier's name. */
function carriersBeginning({ catalogue }: Content, words: string): string[] {
	const key = nameKey(words);
	const begins = (name: string): boolean => nameKey(name).startsWith(key);
	return key === ''
		? []
		: catalogue.carriers
				.filter(({ id, names, aliases }) => [id, ...Object.values(names), ...aliases].some(begins))
				.map(({ id }) => carrierPath(id));
}

/**
 * The way back from an answer's title, in any language, to its path. A shared answer is found by its title, which
 * whoever shares it can read before it is sent.
 */
function createTitles({ catalogue, i18n }: Content): (words: string) => string | undefined {
	const topics = (): Topic[] =>
		catalogue.carriers.flatMap(({ id: carrier }) =>
			catalogue
				.procedures(carrier)
				.flatMap((procedure) => [
					{ procedure, carrier },
					...catalogue.formsToAsk(carrier, procedure).map((form) => ({ procedure, carrier, form })),
				]),
		);
	const index = (): Map<string, string> =>
		new Map(
			i18n.locales.flatMap(({ id: locale }) => {
				const reader = { locale, t: i18n.translator(locale) };
				return topics().map((topic): [string, string] => [
					nameKey(answerTitle(catalogue, topic, reader)),
					answerPath(topic),
				]);
			}),
		);
	let paths: ReadonlyMap<string, string> | undefined;
	return (words) => {
		// Nobody shares in the first second, and a start should not wait for it.
		paths ??= index();
		return paths.get(nameKey(words));
	};
}
