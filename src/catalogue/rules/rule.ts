import type { Knowledge } from '../load.ts';
import type { Problem } from '../problem.ts';

/** One lint rule for the knowledge files. Each rule is a file of its own, with its own tests. */
export type Rule = {
	name: string;
	/** What must be true, in a sentence. */
	description: string;
	/** Finds everything that breaks the rule. Data from outside the knowledge is passed when the rule is created. */
	check: (knowledge: Knowledge) => Problem[];
};
