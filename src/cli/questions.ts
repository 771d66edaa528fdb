import type { AllKnowledge, CarrierFolder } from '../catalogue/load.ts';
import type { OpenQuestion } from '../catalogue/open-questions.ts';

const HEAD = `# Good first facts

<!-- Drawn by \`npm run --silent knowledge -- questions > docs/good-first-facts.md\` from knowledge/open-questions/: edit that. -->

Facts about SIM cards in Japan that no source has answered yet. Take one: you need a browser and a text editor, and no TypeScript.

1. Open the page. A page that you cannot read, or an account that you do not have: leave the question, take another.
2. Write what the page says into the file, in the languages that you know, with the page as its source
   ([CONTRIBUTING.md](../CONTRIBUTING.md), [knowledge.md](knowledge.md)). If it says nothing, add that to the question.
   A file marked as new is written by \`npm run new -- procedure\`.
3. Take the question out of \`knowledge/open-questions/\`, draw this page again, run \`npm test\`, open a pull request.

`;

/**
 * Draws the list of questions as a page for people who look for something to do.
 * @returns Markdown, with links as seen from docs/
 */
export function questionsPage({ carriers, openQuestions }: Pick<AllKnowledge, 'carriers' | 'openQuestions'>): string {
	const list = [...openQuestions].flatMap(([id, questions]) =>
		carriers.filter((carrier) => carrier.id === id).map((carrier) => ({ carrier, questions })),
	);
	const total = list.reduce((sum, { questions }) => sum + questions.length, 0);
	const sections = list.map(({ carrier, questions }) =>
		[`## ${carrier.entry.names.en}`, ...questions.map((question) => item(carrier, question))].join('\n\n'),
	);
	const open = total === 1 ? '1 question is open' : `${total} questions are open`;
	const on = list.length === 1 ? '1 carrier' : `${list.length} carriers`;
	return `${HEAD}${open}, on ${on}.\n\n${sections.join('\n\n')}\n`;
}

function item(carrier: CarrierFolder, { ask, open, files }: OpenQuestion): string {
	const pages = (open ?? [carrier.entry.site]).map((url) => `<${url}>`).join(', ');
	const places = files.map((name) => place(carrier, name)).join(', ');
	return [`- ${escapeMarkdown(ask)}`, `  - Open: ${pages}`, `  - Change: ${places}`].join('\n');
}

/** A link to the file, if there is one: `npm run new` writes the others. */
function place(carrier: CarrierFolder, name: OpenQuestion['files'][number]): string {
	const path = `carriers/${carrier.id}/${name}.yaml`;
	const isThere = name === 'carrier' || carrier.procedures.has(name);
	return isThere ? `[${path}](../knowledge/${path})` : `\`${path}\` (new)`;
}

/** Escapes what Markdown would take for markup. */
function escapeMarkdown(text: string): string {
	return text.replaceAll(/[<>*[\]`]/g, String.raw`\$&`);
}
