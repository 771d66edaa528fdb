import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Form, Intent } from '../catalogue/vocabulary.ts';
import { LABELS, type Label, type Words } from '../catalogue/words.ts';
import { type Analysis, createAnalyser, type Lists } from './analyse.ts';
import { BALANCES, balanceOf } from './balance.ts';
import { createClassifier, type Probabilities, train, type Weights } from './classifier.ts';
import { findForm } from './identifiers.ts';
import { createKeywords, type Keywords } from './keywords.ts';
import { trainingExamples } from './training.ts';
import { createVocabulary, withUnknownMarkers } from './unknown-words.ts';
import { collectVocabulary } from './vocabulary.ts';

/** What a text asks, as far as it can be told. */
export type Understood = {
	/** The likeliest intent; `decide` tells whether it is likely enough. */
	intent?: Intent;
	carrier?: string;
	form?: Form;
	/** From 0 to 1: how likely the intent is among all intents. */
	confidence: number;
	/** From 0 to 1: how likely the text is not for us at all. */
	outOfScope: number;
	/** Further intents of the same text. */
	also: readonly Intent[];
	/** The likeliest intents, for somebody who has to choose. */
	nearest: readonly Intent[];
	/** The text is a carrier's name and nothing else. */
	isBareName: boolean;
	/** Words that decide by themselves. */
	keywords: Keywords;
};

export type Understander = (words: string) => Understood;

/** Nobody explains an intent at greater length; the rest of a huge message is not read. */
const MAX_LENGTH = 400;
/** One more than is offered, since some are never offered. */
const NEAREST = 4;
const ALSO_PROBABILITY = 0.12;

/** What understanding rests on: the classifier as it was trained on knowledge/words, the lists of it, and its words. */
export type Model = { weights: Weights<Label>; lists: Lists; vocabulary: readonly string[] };

/** Trains the classifier on what maintainers wrote in knowledge/words. Takes seconds, so the build does it. */
export function trainModel(catalogue: Catalogue, words: Words): Model {
	const { falseFriends, foreignBrands, topics, spellings, reminder, doors, smallTalk } = words;
	const lists = { falseFriends, foreignBrands, topics, spellings, reminder, doors, smallTalk };
	// Examples are spelt as meant, so looking for misspelt names in them would only take time.
	const analyse = createAnalyser(catalogue, lists, false);
	const examples = trainingExamples(words, (text) => analyse(text).features);
	const isInVocabulary = createVocabulary(examples.map((example) => example.features));
	const weights = train(
		LABELS,
		examples.map((example) => ({ ...example, features: withUnknownMarkers(example.features, isInVocabulary) })),
	);
	return { weights, lists, vocabulary: collectVocabulary(catalogue, words) };
}

/** Makes the function that understands plain words. It needs no network, and takes well under a millisecond. */
export function createUnderstander(catalogue: Catalogue, model: Model): Understander {
	const analyse = createAnalyser(catalogue, model.lists, true);
	const { classify, knows } = createClassifier(model.weights);
	const findKeywords = createKeywords(model.lists.doors, model.lists.smallTalk);
	return (words) => {
		const analysis = analyse(words.slice(0, MAX_LENGTH));
		const keywords = findKeywords(analysis.text, analysis.nameless);
		const probabilities = classify(withUnknownMarkers(analysis.features, knows));
		const judged = judge(keywords.ends ? probabilities : probabilities.filter(({ label }) => label !== 'cancel'));
		return {
			...withBalance(judged, keywords, analysis.carrier ? balanceOf(catalogue, analysis.carrier) : undefined),
			...place(analysis, findForm(analysis.text)),
			keywords,
		};
	};
}

type Judged = Pick<Understood, 'intent' | 'confidence' | 'outOfScope' | 'also' | 'nearest'>;

function judge(probabilities: Probabilities<Label>): Judged {
	const intents = probabilities.filter(isIntent);
	const outOfScope = probabilities.find(({ label }) => label === 'out-of-scope')?.probability ?? 0;
	const [best, ...others] = intents;
	return {
		...(best ? { intent: best.label } : {}),
		confidence: best ? best.probability / (1 - outOfScope + Number.EPSILON) : 0,
		outOfScope,
		also: others.filter(({ probability }) => probability >= ALSO_PROBABILITY).map(({ label }) => label),
		nearest: intents.slice(0, NEAREST).map(({ label }) => label),
	};
}

/**
 * A balance is data or money, and a carrier's is only one of them.
 * @param ofCarrier what it is at the carrier that is named
 */
function withBalance(judged: Judged, { balance, balanceOnly, prepaid }: Keywords, ofCarrier?: Intent): Judged {
	const { intent, confidence, outOfScope, nearest, also } = judged;
	if (balance === undefined || intent === undefined || !(balanceOnly || BALANCES.includes(intent))) {
		return judged;
	}
	const said = balance === 'data' || (prepaid && ofCarrier === undefined) ? 'check-data' : undefined;
	const meant = said ?? (ofCarrier === 'check-data' ? ofCarrier : balance === 'bill' ? 'check-bill' : ofCarrier);
	const likeliest = meant ?? intent;
	return {
		intent: likeliest,
		confidence: balanceOnly || confidence >= CLEAR ? 1 : confidence,
		outOfScope: balanceOnly ? 0 : outOfScope,
		also: also.filter((id) => !BALANCES.includes(id)),
		nearest: [likeliest, ...nearest.filter((id) => id !== likeliest)].slice(0, NEAREST),
	};
}

/** The two that a balance may be share what is likely of it. */
const CLEAR = 0.3;

function place(
	{ carrier, isBareName }: Analysis,
	form: Form | undefined,
): Pick<Understood, 'carrier' | 'form' | 'isBareName'> {
	return { ...(carrier ? { carrier } : {}), ...(form ? { form } : {}), isBareName };
}

function isIntent(one: { label: Label; probability: number }): one is { label: Intent; probability: number } {
	return one.label !== 'out-of-scope';
}
