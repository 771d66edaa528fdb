import { type IntentExamples, type Label, sentencesOf, THING, type Things, type Words } from '../catalogue/words.ts';
import type { Example } from './classifier.ts';

/** A key term is no sentence: it helps where sentences are silent, and must not outweigh them. */
const TERM_WEIGHT = 0.5;
const FOREIGN_WEIGHT = 2;

/** Makes training examples of all that maintainers wrote. @param features takes a text apart */
export function trainingExamples(words: Words, features: (text: string) => string[]): Example<Label>[] {
	const { intents, things, foreignBrands, falseFriends } = words;
	const teach = (label: Label, texts: readonly string[], weight: number): Example<Label>[] =>
		texts.map((text) => ({ label, features: features(text), weight }));
	return [
		...[...intents].flatMap(([label, { terms, phrases, examples }]) => [
			...teach(label, sentencesOf({ examples }), 1),
			...teach(label, all(terms), TERM_WEIGHT),
			...teach(label, spellOut(phrases, things), 1),
		]),
		// Each name that is not ours is a example by itself, so that the sign for them weighs more than any verb.
		...teach('out-of-scope', [...foreignBrands, ...falseFriends], FOREIGN_WEIGHT),
	];
}

function all(byLanguage: Readonly<Record<string, readonly string[]>>): string[] {
	return Object.values(byLanguage).flat();
}

/** Every phrase with every thing of its language. */
function spellOut(phrases: IntentExamples['phrases'], things: Things): string[] {
	return Object.entries(phrases).flatMap(([language, texts]) =>
		texts.flatMap((text) => (things[language] ?? []).map((thing) => text.replace(THING, thing))),
	);
}
