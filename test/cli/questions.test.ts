import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/catalogue/load.ts';
import { OPEN_QUESTIONS_FOLDER, readOpenQuestions } from '../../src/catalogue/open-questions.ts';
import { KnowledgeError } from '../../src/catalogue/problem.ts';
import { runKnowledge } from '../../src/cli/knowledge.ts';
import { questionsPage } from '../../src/cli/questions.ts';
import { KNOWLEDGE_FOLDER } from '../../src/content.ts';
import { knowledgeFixture } from '../support/knowledge-fixture.ts';
import { temporaryFolder } from '../support/nokori.ts';

function pageOf(carrier: string, yaml: string): string {
	const folder = temporaryFolder();
	mkdirSync(join(folder, OPEN_QUESTIONS_FOLDER));
	writeFileSync(join(folder, OPEN_QUESTIONS_FOLDER, `${carrier}.yaml`), yaml);
	const { carriers } = knowledgeFixture();
	const ids = carriers.map(({ id }) => id);
	const { entry = new Map(), problems } = readOpenQuestions(folder, ids);
	if (problems.length > 0) {
		throw new KnowledgeError(problems);
	}
	return questionsPage({ carriers, openQuestions: entry });
}

test('docs/good-first-facts.md is drawn from the open questions that there are', () => {
	const committed = readFileSync(new URL('../../docs/good-first-facts.md', import.meta.url), 'utf8');
	const drawn = questionsPage(loadKnowledge(KNOWLEDGE_FOLDER));
	expect(committed, 'run: npm run --silent knowledge -- questions > docs/good-first-facts.md').toBe(drawn);
});

test('the command prints the page', async () => {
	const { output, errors, code } = await runKnowledge(['questions'], new Date('2026-11-20T00:00:00Z'));
	expect([errors, code]).toEqual(['', 0]);
	expect(output).toMatch(/^# Good first facts\n/);
});

test('a question names the page to open and the file to change', () => {
	const page = pageOf('povo', '[{ask: "How long?", open: ["https://povo.jp/a"], files: [keep-number]}]');
	expect(page).toContain(
		'- How long?\n  - Open: <https://povo.jp/a>\n' +
			'  - Change: [carriers/povo/keep-number.yaml](../knowledge/carriers/povo/keep-number.yaml)\n',
	);
	expect(page).toContain('1 question is open, on 1 carrier.');
});

test("without a page the carrier's own site is the one to open, and a file that is not there is new", () => {
	const page = pageOf('docomo', '[{ask: "Which APN?", files: [setup-apn]}]');
	expect(page).toContain('Open: <https://docomo.ne.jp/>\n  - Change: `carriers/docomo/setup-apn.yaml` (new)\n');
});

test('what Markdown would read as its own is shown as written', () => {
	expect(pageOf('povo', '[{ask: "<b> *or* [x](y)?", files: [carrier]}]')).toContain(
		String.raw`- \<b\> \*or\* \[x\](y)?`,
	);
});

test.each([
	['a carrier that does not exist', 'nobody', '[{ask: "Why?", files: [carrier]}]', ': no carrier has this id'],
	['a file that no carrier can have', 'povo', '[{ask: "Why?", files: [contact-support]}]', ' › [0].files[0]'],
	['an address that is none', 'povo', '[{ask: "Why?", open: [povo.jp], files: [carrier]}]', ' › [0].open[0]'],
	['no question', 'povo', '[{files: [carrier]}]', ' › [0].ask'],
])('%s is refused, with its place', (_name, carrier, yaml, place) => {
	expect(() => pageOf(carrier, yaml)).toThrow(KnowledgeError);
	expect(() => pageOf(carrier, yaml)).toThrow(`${OPEN_QUESTIONS_FOLDER}/${carrier}.yaml${place}`);
});
