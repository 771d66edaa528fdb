import type { Content } from '../bot/deps.ts';
import type { IntentExamples, Label, Words } from '../catalogue/words.ts';
import { createInterpreter } from '../understand/reading.ts';
import { createReminderReader } from '../understand/reminder-request.ts';
import { createUnderstander, trainModel } from '../understand/understand.ts';
import { type Labelled, type Measured, measure } from './measure.ts';
import { linesOf } from './words-report.ts';

/**
 * Leaves out one batch of training lines at a time, trains on the rest, and asks the lines that were left out. The lines
 * of one batch are alike, so this foretells what strangers get where a test set of the same hands does not.
 * @param batches which batches; all that have lines of ours and others
 */
export function measureByBatch(
	content: Content,
	words: Words,
	batches: readonly string[] = batchesOf(words),
): Measured {
	const parts = batches.map((batch) => measure(contentWithout(content, words, batch), questionsOf(words, batch)));
	const all = parts.map(({ counts }) => counts.at(-1)).filter((count) => count !== undefined);
	const names = [...new Set(parts.flatMap(({ counts }) => counts.map(({ name }) => name)))];
	const sum = (name: string): Measured['counts'][number][] => {
		const same = parts.flatMap(({ counts }) => counts.filter((count) => count.name === name));
		const [first, ...others] = same;
		return first ? [others.reduce(add, first)] : [];
	};
	return {
		counts: names.flatMap(sum),
		mistakes: parts.flatMap(({ mistakes }) => mistakes),
		milliseconds: parts.reduce((total, { milliseconds }) => total + milliseconds, 0) / Math.max(1, all.length),
	};
}

type Count = Measured['counts'][number];

function add(one: Count, other: Count): Count {
	const numbers = Object.keys(one).filter((key) => key !== 'name') as Exclude<keyof Count, 'name'>[];
	return { ...one, ...Object.fromEntries(numbers.map((key) => [key, one[key] + other[key]])) };
}

/** The names of all batches. */
export function batchesOf({ intents }: Words): string[] {
	return [...new Set([...intents.values()].flatMap(({ examples }) => examples.map(({ from }) => from)))];
}

function contentWithout(content: Content, words: Words, batch: string): Content {
	const without = ({ examples, ...entry }: IntentExamples): IntentExamples => ({
		...entry,
		examples: examples.filter(({ from }) => from !== batch),
	});
	const intents = new Map([...words.intents].map(([label, entry]): [Label, IntentExamples] => [label, without(entry)]));
	const { catalogue } = content;
	const understand = createUnderstander(catalogue, trainModel(catalogue, { ...words, intents }));
	const interpret = createInterpreter(catalogue, understand, createReminderReader(catalogue, words.reminder));
	return { ...content, understand, interpret };
}

/** What a batch holds, as questions. Nobody wrote down the carriers, so they are not measured. */
function questionsOf(words: Words, batch: string): Labelled[] {
	return linesOf(words)
		.filter(({ from }) => from === batch)
		.map(({ label, lang, text }, index) => ({
			id: `${batch} ${index + 1}`,
			lang,
			text,
			procedure: label === 'out-of-scope' ? 'none' : label,
			carrier: null,
			from: batch,
		}));
}
