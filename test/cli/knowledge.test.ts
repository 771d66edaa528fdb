import { expect, test } from 'vitest';
import type { Knowledge } from '../../src/catalogue/load.ts';
import { runKnowledge } from '../../src/cli/knowledge.ts';
import { LINK_CHECK, type LinkCheck } from '../../src/cli/links/check-links.ts';
import { knowledgeFixture } from '../support/knowledge-fixture.ts';
import { createKnowledgeFolder } from '../support/knowledge-folder.ts';

const now = new Date('2026-11-14T15:30:00Z'); // Already the 15th in Japan.
let folder = '';
let write: (file: string, content: string) => void;

function writeKnowledge(knowledge: Knowledge): void {
	({ folder, write } = createKnowledgeFolder(knowledge));
}

const offline: LinkCheck = {
	...LINK_CHECK,
	pauseMs: 0,
	fetch: () =>
		Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) })),
};

function run(...args: string[]): ReturnType<typeof runKnowledge> {
	return runKnowledge([...args, '--folder', folder], now, offline);
}

test('check says how much it looked at when all is right', async () => {
	writeKnowledge(knowledgeFixture());
	expect(await run('check')).toEqual({
		output: '2 carriers, 5 carrier × procedure pairs, 5 methods: no problems\n',
		errors: '',
		code: 0,
	});
});

test('check lists the problems by file and ends with their number', async () => {
	writeKnowledge(
		knowledgeFixture(({ source, povo }) => {
			source.official = false;
			povo.replacedBy = 'nobody';
		}),
	);
	const { output, code } = await run('check');
	expect(output.split('\n\n')).toEqual([
		expect.stringMatching(/^carriers\/povo\/carrier\.yaml › replacedBy: .* \("nobody"\)\. Write one of docomo/),
		expect.stringMatching(/^carriers\/povo\/keep-number\.yaml › methods\[0\]\.confidence: /),
		'2 files, 2 problems\n',
	]);
	expect(code).toBe(1);
});

test('check with the beginning of a path looks at those files only', async () => {
	writeKnowledge(
		knowledgeFixture(({ source }) => {
			source.official = false;
		}),
	);
	expect((await run('check', 'carriers/docomo')).output).toBe(
		'1 carrier, 2 carrier × procedure pairs, 2 methods: no problems\n',
	);
	expect((await run('check', 'carriers/povo')).code).toBe(1);
	expect(await run('check', 'carriers/dokomo')).toEqual({
		output: '',
		errors: 'No knowledge file begins with "carriers/dokomo".\n',
		code: 1,
	});
});

test('a file that cannot be read is a problem like any other', async () => {
	writeKnowledge(knowledgeFixture());
	write('carriers/povo/keep-number.yaml', 'gist: {en: [');
	const { output, errors, code } = await run('check');
	expect(output).toContain('carriers/povo/keep-number.yaml › line 1');
	expect(output).toMatch(/\n1 file, \d problems?\n$/);
	expect({ errors, code }).toEqual({ errors: '', code: 1 });
	expect(await run('check', 'carriers/docomo')).toEqual({ output, errors, code });
	expect(await run('export')).toEqual({ output: '', errors: output, code: 1 });
});

test('what the rules find is listed beside a file outside the catalogue that cannot be read', async () => {
	writeKnowledge(
		knowledgeFixture(({ source }) => {
			source.official = false;
		}),
	);
	write('open-questions/nobody.yaml', '[{ask: "Why?", files: [carrier]}]');
	const { output, code } = await run('check');
	expect(output).toContain('carriers/povo/keep-number.yaml › methods[0].confidence');
	expect(output).toContain('open-questions/nobody.yaml: no carrier has this id');
	expect(output).toMatch(/\n2 files, 2 problems\n$/);
	expect(code).toBe(1);
	expect((await run('check', 'carriers/docomo')).code).toBe(0);
	expect((await run('check', 'open-questions')).output).toMatch(
		/^open-questions\/nobody\.yaml: .*\n\n1 file, 1 problem\n$/,
	);
});

test('export prints one JSON document', async () => {
	writeKnowledge(knowledgeFixture());
	const { output, code } = await run('export');
	const { carriers, procedures } = JSON.parse(output) as { carriers: unknown[]; procedures: unknown[] };
	expect([carriers.length, procedures.length, code]).toEqual([2, 5, 0]);
});

test('stale counts from today in Japan, or from the day that is given', async () => {
	writeKnowledge(knowledgeFixture());
	expect((await run('stale')).output).toContain(
		'warn     229 days (2026-03)  carriers/povo/keep-number.yaml › methods[0]\n',
	);
	const later = await run('stale', '--today', '2027-11-15');
	expect(later.output).toContain('error    594 days (2026-03)');
	expect(later.output).toMatch(
		/\n5 methods to check again: 0 rest on saved pages without a date, 5 on pages over a year old, 0 over half a year, 0 on newer ones\n$/,
	);
	expect(later.code).toBe(0);
});

test('links reads the folder and reaches for the pages', async () => {
	writeKnowledge(knowledgeFixture());
	expect(await run('links')).toMatchObject({ output: '', errors: expect.stringContaining('ENOTFOUND'), code: 2 });
});

test.each([
	[],
	['frobnicate'],
	['check', 'carriers/povo', 'carriers/docomo'],
	['export', 'carriers/povo'],
	['links', 'carriers/povo'],
	['check', '--today', '2026-02-30'],
	['check', '--loud'],
])('%j %j %j is answered with what can be written', async (...args) => {
	writeKnowledge(knowledgeFixture());
	const { output, errors, code } = await run(...args.filter((word) => word !== undefined));
	expect(errors).toMatch(/^Write "check"/);
	expect({ output, code }).toEqual({ output: '', code: 1 });
});
