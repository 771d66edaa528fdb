import type { Catalogue } from '../catalogue/catalogue.ts';
import type { IntentExamples, Label, Words } from '../catalogue/words.ts';
import { decide } from '../understand/decide.ts';
import { createSimilarFinder, NEARLY_SAME } from '../understand/similar.ts';
import { createUnderstander, trainModel } from '../understand/understand.ts';

/** A training line, and where it stands. */
export type Line = { label: Label; from: string; lang: string; text: string };

/** Two lines that are nearly the same and teach different things. */
export type Contradiction = { one: Line; other: Line };

export type WordsReport = { idle: readonly Line[]; contradictions: readonly Contradiction[] };

/** So many times the candidates are halved, where all of them together are not idle. */
const DEPTH = 3;

/**
 * Finds the lines that teach nothing, and those that contradict each other. A line is idle if it is nearly the same as
 * an earlier one of its label, and no decision on any of the texts changes without it (and without the other idle ones).
 * @param texts labelled questions of every test set; only their words are read
 */
export function reportWords(catalogue: Catalogue, words: Words, texts: readonly string[]): WordsReport {
	const lines = linesOf(words);
	const { repeated, contradictions } = compare(lines);
	const before = decisions(catalogue, words, texts);
	const isIdle = (some: readonly Line[]): boolean => {
		const after = decisions(catalogue, without(words, some), texts);
		return after.every((decision, index) => decision === before[index]);
	};
	return { idle: idleAmong(repeated, isIdle, DEPTH), contradictions };
}

function idleAmong(lines: readonly Line[], isIdle: (lines: readonly Line[]) => boolean, depth: number): Line[] {
	if (lines.length === 0 || isIdle(lines)) {
		return [...lines];
	}
	if (depth === 0) {
		return [];
	}
	const first = idleAmong(lines.slice(0, lines.length / 2), isIdle, depth - 1);
	// The second half must change nothing beside what is already out.
	const second = idleAmong(lines.slice(lines.length / 2), (some) => isIdle([...first, ...some]), depth - 1);
	return [...first, ...second];
}

function compare(lines: readonly Line[]): { repeated: Line[]; contradictions: Contradiction[] } {
	const find = createSimilarFinder(lines.map(({ text }) => text));
	const repeated: Line[] = [];
	const contradictions: Contradiction[] = [];
	for (const [index, one] of lines.entries()) {
		const earlier = find(one.text, NEARLY_SAME).flatMap(({ place }) => (place < index ? (lines[place] ?? []) : []));
		if (earlier.some(({ label }) => label === one.label)) {
			repeated.push(one);
		}
		contradictions.push(...earlier.filter(({ label }) => label !== one.label).map((other) => ({ one, other })));
	}
	return { repeated, contradictions };
}

function decisions(catalogue: Catalogue, words: Words, texts: readonly string[]): string[] {
	const understand = createUnderstander(catalogue, trainModel(catalogue, words));
	return texts.map((text) => {
		const outcome = decide(understand(text), 'private');
		return outcome.kind === 'answer' ? outcome.intent : outcome.kind;
	});
}

/** Every training line, in the order of the files. */
export function linesOf({ intents }: Pick<Words, 'intents'>): Line[] {
	return [...intents].flatMap(([label, { examples }]) =>
		examples.flatMap(({ from, lines }) =>
			Object.entries(lines).flatMap(([lang, texts]) => texts.map((text) => ({ label, from, lang, text }))),
		),
	);
}

function without(words: Words, some: readonly Line[]): Words {
	const gone = new Set(some.map(({ label, text }) => `${label} ${text}`));
	const thin = (label: Label, { examples, ...entry }: IntentExamples): IntentExamples => ({
		...entry,
		examples: examples.map(({ from, lines }) => ({
			from,
			lines: Object.fromEntries(
				Object.entries(lines).map(([lang, texts]) => [lang, texts.filter((text) => !gone.has(`${label} ${text}`))]),
			),
		})),
	});
	const intents = new Map([...words.intents].map(([label, entry]) => [label, thin(label, entry)] as const));
	return { ...words, intents };
}

/** The report as lines for a maintainer. */
export function formatWords({ idle, contradictions }: WordsReport): string {
	const place = ({ label, from, lang, text }: Line): string =>
		`words/${label}/${lang}.yaml › ${from}: ${JSON.stringify(text)}`;
	return `${[
		...idle.map((line) => `idle        ${place(line)}`),
		...contradictions.map(({ one, other }) => `contradicts ${place(one)}\n       with ${place(other)}`),
		`${idle.length} lines teach nothing, ${contradictions.length} pairs contradict each other`,
	].join('\n')}\n`;
}
