import { formatProblem, type Problem } from './problem.ts';

/** The knowledge cannot be used as it is. Holds every problem of every file, not only the first. */
export class KnowledgeError extends Error {
	override name = 'KnowledgeError' as const;

	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
		super(`The knowledge has ${count}:\n${problems.map(formatProblem).join('\n')}`);
		this.problems = problems;
	}
}
