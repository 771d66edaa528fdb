const LATIN_WORD = /^[a-z0-9]+$/;
const PAIR = /^[^a-z0-9~ ¤×©]{2}$/u;

/** A feature that only one example has teaches nothing but that example. */
const LEAST_EXAMPLES = 2;
/** How many unknown words, or what share of unknown character pairs, makes a text a little, rather or very strange. */
const STEPS = [
	{ sign: '¿1', words: 1, pairs: 0.25 },
	{ sign: '¿2', words: 2, pairs: 0.45 },
	{ sign: '¿3', words: 4, pairs: 0.65 },
] as const;

/** The test which features more than one example has. */
export function createFamiliar(examples: readonly (readonly string[])[]): (feature: string) => boolean {
	const counts = new Map<string, number>();
	for (const feature of examples.flat()) {
		counts.set(feature, (counts.get(feature) ?? 0) + 1);
	}
	return (feature) => (counts.get(feature) ?? 0) >= LEAST_EXAMPLES;
}

/**
 * Replaces features which the examples hardly know by signs that say how many there were.
 * "Cancel my snack box" shares its verb with our intents; that it speaks of unknown things tells that it is none.
 * @param isKnown whether the examples know a feature
 */
export function withSigns(features: readonly string[], isKnown: (feature: string) => boolean): string[] {
	const unknown = features.filter((feature) => !isKnown(feature));
	const words = unknown.filter((feature) => LATIN_WORD.test(feature)).length;
	const pairs = features.filter((feature) => PAIR.test(feature)).length;
	const share = unknown.filter((feature) => PAIR.test(feature)).length / Math.max(1, pairs);
	const signs = STEPS.filter((step) => words >= step.words || share >= step.pairs).map(({ sign }) => sign);
	return [...features.filter(isKnown), ...signs];
}
