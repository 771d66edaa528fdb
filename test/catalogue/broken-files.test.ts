import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprintOfKnowledge } from '../../src/catalogue/cache.ts';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { loadKnowledge } from '../../src/catalogue/load.ts';
import { runKnowledge } from '../../src/cli/knowledge.ts';
import { fingerprintOf } from '../../src/understand/model-cache.ts';
import { knowledgeFixture } from '../support/knowledge-fixture.ts';
import { createKnowledgeFolder, messageOf } from '../support/knowledge-folder.ts';

const FILES = [
	...['categories.yaml', 'guides/pay.yaml', 'open-questions/povo.yaml', 'words/renew/en.yaml', 'words/topics.yaml'],
	...['carriers/povo/carrier.yaml', 'carriers/povo/keep-number.yaml'],
];

async function checkOf(folder: string): Promise<string> {
	const { output, code } = await runKnowledge(['check', '--folder', folder], new Date('2026-11-20T00:00:00Z'));
	expect(code).toBe(1);
	return output;
}

/** Aliases of aliases: nine lines that stand for a thousand million words. */
const BOMB = ['&l0 [x, x]', ...Array.from({ length: 9 }, (_, n) => `&l${n + 1} [${`*l${n}, `.repeat(10)}]`)]
	.map((line) => `- ${line}\n`)
	.join('');

const MANY = `a: &a [x]\nb: [${'*a, '.repeat(101)}]\n`;

test.each<[string, string, string]>([
	[
		'a text that begins with an asterisk',
		'en: Hi\nja: *必ず読んでください\n',
		'line 2, column 5: an alias of &必ず読んでください',
	],
	['an asterisk alone', 'en: Hi\nja: * \n', 'line 2, column 5: Alias cannot be an empty string'],
	['an alias above its anchor', 'ja: *a\nen: &a Hi\n', 'line 1, column 5: an alias of &a, which is nowhere above'],
	['an alias of what it lies in', 'a: &a [*a]\n', 'line 1, column 8: an alias'],
	['aliases of aliases', BOMB, 'line 2, column 8: an alias within what an anchor names ("*l0"). Write it out there.'],
	['very many aliases', MANY, 'line 2, column 405: more than 100 aliases'],
	['a field that is there twice', 'en: Hi\nja: x\nen: Ho\n', 'line 3, column 1: the field is there twice ("en")'],
	['a field without a name', '? {a: 1}\n: 2\n', 'line 1, column 3: the name of a field is no word'],
	['a tab as indentation', 'en:\n\t- Hi\n', 'line 2, column 1: Tabs are not allowed as indentation'],
	['a text that begins with an exclamation mark', 'ja: !important\n', 'line 1, column 5: Unresolved tag: !important'],
	['two documents', 'a: 1\n---\nb: 2\n', 'line 2, column 1: Source contains multiple documents'],
	['characters that cannot be seen', 'en: Hi\nja: a\u0000b\n', 'line 2, column 6: is no plain text'],
	['too deep a nest of brackets', '['.repeat(500_000), 'line 1, column 101: nested too deeply'],
	['too deep a nest of dashes', '- '.repeat(500_000), 'line 1, column 201: nested too deeply'],
	['a huge file', `en: ${'x'.repeat(1024 * 1024)}\n`, 'has 1048581 bytes, more than 1048576'],
	['nothing', '', ''],
])('%s is told by file and line, in the check and at a start', async (_name, text, told) => {
	const { folder, write } = createKnowledgeFolder(knowledgeFixture());
	for (const file of FILES) {
		write(file, text);
	}
	for (const message of [messageOf(folder), await checkOf(folder)]) {
		const lines = message.split('\n');
		expect(FILES.filter((file) => !lines.some((line) => line.startsWith(file) && line.includes(told)))).toEqual([]);
		expect(message.length).toBeLessThan(20_000);
	}
});

test('bytes that are no text are told', async () => {
	const { folder } = createKnowledgeFolder(knowledgeFixture());
	const jpeg = Buffer.from([0x61, 0x0a, 0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10]);
	writeFileSync(join(folder, 'categories.yaml'), jpeg);
	const told = 'categories.yaml › line 2, column 1: is no plain text. Save it as text in UTF-8';
	expect(messageOf(folder)).toContain(told);
	expect(await checkOf(folder)).toContain(told);
});

test('twenty thousand fields are told in seconds, not in minutes', () => {
	const { folder, write } = createKnowledgeFolder(knowledgeFixture());
	write('categories.yaml', Array.from({ length: 20_000 }, (_, index) => `k${index}: 1\n`).join(''));
	expect(messageOf(folder)).toContain('categories.yaml');
});

test.each(['carriers', 'device', 'words'])('a file in the place of the folder %s is told', async (name) => {
	const { folder } = createKnowledgeFolder(knowledgeFixture());
	rmSync(join(folder, name), { recursive: true, force: true });
	writeFileSync(join(folder, name), 'no folder');
	expect(messageOf(folder)).toContain(`${name}: cannot be read (ENOTDIR)`);
	expect(await checkOf(folder)).toContain(`${name}: cannot be read (ENOTDIR)`);
});

test('a folder in the place of a file, and a link to nothing, are told', async () => {
	const { folder } = createKnowledgeFolder(knowledgeFixture());
	rmSync(join(folder, 'categories.yaml'));
	mkdirSync(join(folder, 'categories.yaml'));
	symlinkSync('/nowhere', join(folder, 'carriers/linked'));
	for (const message of [messageOf(folder), await checkOf(folder)]) {
		expect(message).toContain('categories.yaml: is no file');
		expect(message).toContain('carriers/linked: belongs to no carrier');
	}
});

test('a folder that is not there is told', async () => {
	expect(messageOf('/nowhere')).toContain('carriers: the folder is missing ("/nowhere/carriers")');
	expect(await checkOf('/nowhere')).toContain('carriers: the folder is missing ("/nowhere/carriers")');
});

test('whatever lies there, the fingerprints by which a start knows its caches can be made', () => {
	const { folder } = createKnowledgeFolder(knowledgeFixture());
	const catalogue = createCatalogue(loadKnowledge(folder));
	const before = fingerprintOf(folder, catalogue);
	mkdirSync(join(folder, 'words/more'));
	symlinkSync('/nowhere', join(folder, 'words/linked'));
	expect(fingerprintOf(folder, catalogue)).not.toBe(before);
	rmSync(folder, { recursive: true });
	writeFileSync(folder, 'no folder');
	expect(fingerprintOf(folder, catalogue)).not.toBe(before);
	expect(fingerprintOfKnowledge(folder)).toHaveLength(64);
});

test('an alias of an anchor above stands for the same value', () => {
	const { folder, write } = createKnowledgeFolder(knowledgeFixture());
	const names = '{en: All, ja: 全部, zh-Hans: 全部, zh-Hant: 全部}';
	write(
		'categories.yaml',
		`- {id: one, kinds: [mno], names: &names ${names}}\n- {id: two, kinds: [mvno], names: *names}\n`,
	);
	const [one, two] = loadKnowledge(folder).categories;
	expect(two?.names).toEqual(one?.names);
});
