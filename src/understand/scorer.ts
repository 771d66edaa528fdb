/** A text whose label is known, as features. `weight` is how much it counts. */
export type Lesson<L extends string> = { label: L; features: readonly string[]; weight: number };

/** How likely each label is, the likeliest first. The shares add up to one. */
export type Scores<L extends string> = readonly { label: L; share: number }[];

const ROUNDS = 4;
const RATE = 0.5;
/** A feature of every text: how common a label is whatever the words. */
const BIAS = '';
/** Keeps a word that was seen once from deciding alone. */
const DECAY = 5e-4;

/**
 * Learns to tell labels apart from examples: multinomial logistic regression with AdaGrad. It is small on purpose:
 * it learns at the start from what maintainers write, in less time than a trained model would take to read from disk.
 * The same lessons always give the same scorer.
 */
export function learn<const L extends string>(
	labels: readonly L[],
	lessons: readonly Lesson<L>[],
): (features: readonly string[]) => Scores<L> {
	const known = new Map<string, number>();
	const encoded = inFixedOrder(lessons).map(({ label, features, weight }) => ({
		goal: labels.indexOf(label),
		ids: Int32Array.from([BIAS, ...features], (feature) => idOf(feature, known)),
		weight,
	}));
	const model = createModel(known.size, labels.length);
	for (let round = 0; round < ROUNDS; round += 1) {
		for (const lesson of encoded) {
			model.adjust(lesson);
		}
	}
	return (features) => {
		const ids = [BIAS, ...features].flatMap((feature) => known.get(feature) ?? []);
		const shares = model.shares(Int32Array.from(ids));
		return labels.map((label, index) => ({ label, share: shares[index] ?? 0 })).sort((a, b) => b.share - a.share);
	};
}

function idOf(feature: string, known: Map<string, number>): number {
	const id = known.get(feature) ?? known.size;
	known.set(feature, id);
	return id;
}

/** Learning one label after another would forget the first; a fixed stride mixes them the same way each time. */
function inFixedOrder<T>(items: readonly T[]): T[] {
	const stride = 7919;
	return items
		.map((item, index) => ({ item, key: (index * stride) % items.length }))
		.sort((a, b) => a.key - b.key)
		.map(({ item }) => item);
}

type Encoded = { goal: number; ids: Int32Array; weight: number };
type Model = { shares: (ids: Int32Array) => Float64Array; adjust: (lesson: Encoded) => void };

/** All weights lie in one array, a row of labels a feature: this is where the time of the start goes. */
function createModel(features: number, labels: number): Model {
	const weights = new Float64Array(features * labels);
	const squares = new Float64Array(features * labels).fill(1e-8);
	const guess = new Float64Array(labels);
	const shares = (ids: Int32Array): Float64Array => {
		guess.fill(0);
		for (const id of ids) {
			for (let label = 0, place = id * labels; label < labels; label += 1, place += 1) {
				guess[label] = at(guess, label) + at(weights, place);
			}
		}
		return softmax(guess, 1 / Math.sqrt(ids.length));
	};
	const adjust = ({ goal, ids, weight }: Encoded): void => {
		const errors = shares(ids);
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
	return { shares, adjust };
}

/** Turns sums into shares, in place. */
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
function at(numbers: Float64Array, place: number): number {
	return numbers[place] as number;
}
