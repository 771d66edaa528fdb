import { readFileSync } from 'node:fs';

/** The conversation that the README shows. Lines of the answer are left out where "…" stands. */
export type ShownConversation = { question: string; parts: string[] };

export function readmeConversation(): ShownConversation {
	const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
	const [, question = '', shown = ''] = /<!-- conversation -->\n```\n> (.*)\n\n([\s\S]*?)\n```/.exec(readme) ?? [];
	return { question, parts: shown.split('\n…\n') };
}
