import type { Knowledge } from '../load.ts';
import type { Problem } from '../problem.ts';

/** One thing that every knowledge file must keep. Each rule is a file of its own, with its own tests. */
export type Rule = {
	name: string;
	/** What it keeps, and why, in a sentence. */
	description: string;
	/** Everything in the knowledge that breaks it. Data from elsewhere comes in when the rule is made. */
	check: (knowledge: Knowledge) => Problem[];
};
