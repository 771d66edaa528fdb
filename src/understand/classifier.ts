/** A text whose label is known, as features. `weight` is how much it counts. */
export type Example<L extends string> = { label: L; features: readonly string[]; weight: number };

/** How likely each label is, the likeliest first. The probabilities add up to one. */
export type Probabilities<L extends string> = readonly { label: L; probability: number }[];

const ROUNDS = 6;
/** So many learners meet the examples in other orders, and their weights are averaged: the order decides nothing. */
const LEARNERS = 3;
const RATE = 0.5;
/** A feature of every text: how common a label is whatever the words. */
const BIAS = '';
/** Keeps a word that was seen once from deciding alone. */
const DECAY = 5e-4;

/** The weights as plain data that can be stored: a row for each feature, one value a label. */
export type Weights<L extends string> = {
	labels: readonly L[];
	features: readonly string[];
	values: Float32Array;
};

/**
 * Trains a classifier on examples: multinomial logistic regression with AdaGrad. The same examples always give the same
 * weights.
 */
export function train<const L extends string>(labels: readonly L[], examples: readonly Example<L>[]): Weights<L> {
	const known = new Map<string, number>();
	const encoded = examples.map(({ label, features, weight }) => ({
		goal: labels.indexOf(label),
		ids: Int32Array.from([BIAS, ...features], (feature) => idOf(feature, known)),
		weight,
	}));
	const random = createRandom();
	const learners = Array.from({ length: LEARNERS }, () => trainOnce(encoded, known.size, labels.length, random));
	const values = new Float32Array(known.size * labels.length);
	for (let place = 0; place < values.length; place += 1) {
		values[place] = learners.reduce((sum, learner) => sum + at(learner, place), 0) / LEARNERS;
	}
	return { labels, features: [...known.keys()], values };
}

/** Label after label, the first would be forgotten, so each round mixes the examples anew. */
function trainOnce(examples: readonly Encoded[], features: number, labels: number, random: () => number): Float64Array {
	const model = createModel(features, labels);
	for (let round = 0; round < ROUNDS; round += 1) {
		for (const example of shuffle(examples, random)) {
			model.adjust(example);
		}
	}
	return model.weights;
}

type Classifier<L extends string> = {
	classify: (features: readonly string[]) => Probabilities<L>;
	/** Whether a feature is in the vocabulary. */
	knows: (feature: string) => boolean;
};

/** Makes the classifier of trained weights. */
export function createClassifier<L extends string>({ labels, features, values }: Weights<L>): Classifier<L> {
	const ids = new Map(features.map((feature, id) => [feature, id]));
	const classify = (given: readonly string[]): Probabilities<L> => {
		const rows = [BIAS, ...given].flatMap((feature) => ids.get(feature) ?? []);
		const probabilities = probabilitiesOf(values, Int32Array.from(rows), new Float64Array(labels.length));
		return labels
			.map((label, index) => ({ label, probability: at(probabilities, index) }))
			.sort((a, b) => b.probability - a.probability);
	};
	return { classify, knows: (feature) => ids.has(feature) };
}

function idOf(feature: string, known: Map<string, number>): number {
	const id = known.get(feature) ?? known.size;
	known.set(feature, id);
	return id;
}

type Numbers = Float64Array | Float32Array;
type Encoded = { goal: number; ids: Int32Array; weight: number };
type Model = { weights: Float64Array; adjust: (example: Encoded) => void };

/** All weights lie in one array, a row of labels a feature: training spends nearly all its time here. */
function createModel(features: number, labels: number): Model {
	const weights = new Float64Array(features * labels);
	const squares = new Float64Array(features * labels).fill(1e-8);
	const guess = new Float64Array(labels);
	const adjust = ({ goal, ids, weight }: Encoded): void => {
		const errors = probabilitiesOf(weights, ids, guess);
		errors[goal] = at(errors, goal) - 1;
		const scale = weight / Math.sqrt(ids.length);
		for (const id of ids) {
			for (let label = 0, place = id * labels; label < labels; label += 1, place += 1) {
				// A step of AdaGrad: what was corrected often is corrected less.
				const slope = at(errors, label) * scale + DECAY * at(weights, place);
				const square = at(squares, place) + slope * slope;
				squares[place] = square;
				weights[place] = at(weights, place) - (RATE * slope) / Math.sqrt(square);
			}
		}
	};
	return { weights, adjust };
}

/** How likely each label is for these rows of weights; written into `probabilities`. */
function probabilitiesOf(weights: Numbers, ids: Int32Array, probabilities: Float64Array): Float64Array {
	const labels = probabilities.length;
	probabilities.fill(0);
	for (const id of ids) {
		for (let label = 0, place = id * labels; label < labels; label += 1, place += 1) {
			probabilities[label] = at(probabilities, label) + at(weights, place);
		}
	}
	return softmax(probabilities, 1 / Math.sqrt(ids.length));
}

/** Turns sums into probabilities, in place. */
function softmax(sums: Float64Array, scale: number): Float64Array {
	let total = 0;
	for (let label = 0; label < sums.length; label += 1) {
		sums[label] = Math.exp(at(sums, label) * scale);
		total += at(sums, label);
	}
	for (let label = 0; label < sums.length; label += 1) {
		sums[label] = at(sums, label) / total;
	}
	return sums;
}

/** Reads a place that is known to be there. */
function at(numbers: Numbers, place: number): number {
	return numbers[place] as number;
}

/** Numbers from 0 to 1 that look like chance and are the same every time (a linear congruential generator). */
function createRandom(): () => number {
	let state = 1;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

/** The same items in another order. */
function shuffle<T>(items: readonly T[], random: () => number): T[] {
	return items
		.map((item) => ({ item, key: random() }))
		.sort((a, b) => a.key - b.key)
		.map(({ item }) => item);
}
