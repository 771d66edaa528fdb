const LATIN_WORD = /^[a-z0-9]+$/;
const PAIR = /^[^a-z0-9~ ¤×©]{2}$/u;

/** A feature that only one example has teaches nothing but that example. */
const LEAST_EXAMPLES = 2;
/** How many unknown words, or what share of unknown character pairs, gives a text one, two or three markers. */
const STEPS = [
	{ marker: '¿1', words: 1, pairs: 0.25 },
	{ marker: '¿2', words: 2, pairs: 0.45 },
	{ marker: '¿3', words: 4, pairs: 0.65 },
] as const;

/** Makes the test whether a feature is in the vocabulary: more than one example has it. */
export function createVocabulary(examples: readonly (readonly string[])[]): (feature: string) => boolean {
	const counts = new Map<string, number>();
	for (const feature of examples.flat()) {
		counts.set(feature, (counts.get(feature) ?? 0) + 1);
	}
	return (feature) => (counts.get(feature) ?? 0) >= LEAST_EXAMPLES;
}

/**
 * Replaces features out of the vocabulary by markers that say how many were unknown.
 * "Cancel my snack box" shares its verb with our intents; that it speaks of unknown things tells that it is out of scope.
 * @param isKnown whether a feature is in the vocabulary
 */
export function withUnknownMarkers(features: readonly string[], isKnown: (feature: string) => boolean): string[] {
	const unknown = features.filter((feature) => !isKnown(feature));
	const words = unknown.filter((feature) => LATIN_WORD.test(feature)).length;
	const pairs = features.filter((feature) => PAIR.test(feature)).length;
	const share = unknown.filter((feature) => PAIR.test(feature)).length / Math.max(1, pairs);
	const markers = STEPS.filter((step) => words >= step.words || share >= step.pairs).map(({ marker }) => marker);
	return [...features.filter(isKnown), ...markers];
}
