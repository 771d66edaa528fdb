import { cutText } from '../cut-text.ts';
import { OperatorError } from '../errors.ts';

/** Something wrong in a knowledge file, described so that a maintainer can fix it without reading the code. */
export type Problem = {
	/** Path of the file, from the knowledge folder. */
	file: string;
	/** Where in the file, like methods[0].steps[2].ja. Empty for the file as a whole. */
	place: string;
	wrong: string;
	value?: string;
	/** What to write instead. */
	remedy: string;
};

const MAX_VALUE = 120;

/** One line for the terminal: file, place, what is wrong, the value, what to do. */
export function formatProblem({ file, place, wrong, value, remedy }: Problem): string {
	const where = place === '' ? file : `${file} › ${place}`;
	const shown = value === undefined ? '' : ` (${JSON.stringify(cutText(value, MAX_VALUE))})`;
	return `${where}: ${wrong}${shown}. ${remedy}`;
}

/** Formats a path as people write it: methods, 0, steps → methods[0].steps. */
export function formatPlace(path: readonly PropertyKey[]): string {
	return path.reduce<string>((place, step) => {
		if (typeof step === 'number') {
			return `${place}[${step}]`;
		}
		return place === '' ? String(step) : `${place}.${String(step)}`;
	}, '');
}

/** Where a character of a text stands, as editors show it. */
export function placeInText(text: string, at: number): string {
	const lines = text.slice(0, at).split('\n');
	return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}

/** The knowledge cannot be used as it is. Holds every problem of every file, not only the first. */
export class KnowledgeError extends OperatorError {
	override name = 'KnowledgeError';

	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
		super(`The knowledge has ${count}:\n${problems.map(formatProblem).join('\n')}`);
		this.problems = problems;
	}
}
