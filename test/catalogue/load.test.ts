import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadKnowledge, readKnowledgeFolder } from '../../src/catalogue/load.ts';
import { LABELS } from '../../src/catalogue/words.ts';
import { createGuide, createMethod, createProcedure, knowledgeFixture } from '../support/knowledge-fixture.ts';
import { checkOf, createKnowledgeFolder, messageOf } from '../support/knowledge-folder.ts';

/** Knowledge with a file in every place where there can be one. */
function createFolder(): ReturnType<typeof createKnowledgeFolder> {
	const knowledge = knowledgeFixture(({ guides, device }) => {
		guides.push({ id: 'pay', file: 'guides/pay.yaml', entry: createGuide() });
		const entry = createProcedure({ methods: [createMethod({ links: [] })] });
		device['check-data'] = { file: 'device/check-data.yaml', place: '', entry };
	});
	const created = createKnowledgeFolder(knowledge);
	created.write('open-questions/povo.yaml', '[{ask: "How long?", files: [keep-number]}]\n');
	created.write('README.md', '# Knowledge\n');
	return created;
}

/** The files of words/ that belong to no intent. */
function listsOf(folder: string): string[] {
	const names = readdirSync(join(folder, 'words')).filter((name) => !LABELS.some((intent) => name === intent));
	return names.map((name) => (name.endsWith('.yaml') ? name : `${name}/en.yaml`));
}

test('everything in the folder is read', () => {
	const { folder } = createFolder();
	const { words, openQuestions, carriers, device, guides, categories } = loadKnowledge(folder);
	expect(words.intents.size).toBe(LABELS.length);
	expect([...openQuestions.keys()]).toEqual(['povo']);
	expect([carriers.length, device.size, guides.length, categories.length]).toEqual([2, 1, 1, 1]);
});

const BROKEN: readonly string[] = [
	...[
		'categories.yaml',
		'guides/pay.yaml',
		'open-questions/povo.yaml',
		'device/check-data.yaml',
		'words/renew/en.yaml',
	],
	...['carriers/povo/carrier.yaml', 'carriers/povo/keep-number.yaml'],
];

test.each(BROKEN)('%s is read by the check and by a start alike', async (file) => {
	const { folder, write } = createFolder();
	write(file, 'nobody: [{wrong: [');
	expect(messageOf(folder)).toContain(`${file} › line 1`);
	expect(await checkOf(folder)).toContain(`${file} › line 1`);
	write(file, '- nonsense: 1\n');
	expect(messageOf(folder)).toContain(file);
	expect(await checkOf(folder)).toContain(file);
});

test('every list of words is read by the check and by a start alike', async () => {
	const { folder, write } = createFolder();
	const lists = listsOf(folder);
	expect(lists.length).toBeGreaterThan(0);
	for (const name of lists) {
		write(`words/${name}`, '5\n');
	}
	for (const text of [messageOf(folder), await checkOf(folder)]) {
		expect(lists.filter((name) => !text.includes(`words/${name}`))).toEqual([]);
	}
});

test('the problems of all files are told at once', async () => {
	const { folder, write } = createFolder();
	for (const file of BROKEN) {
		write(file, '- nonsense: 1\n');
	}
	rmSync(join(folder, 'carriers/docomo/carrier.yaml'));
	for (const text of [messageOf(folder), await checkOf(folder)]) {
		const files = [...BROKEN, 'carriers/docomo/carrier.yaml'];
		expect(files.filter((file) => !text.includes(file))).toEqual([]);
	}
});

test.each([
	...['foo.yaml', 'words/foo.yaml', 'words/more/en.yaml', 'carriers/foo.yaml', 'carriers/povo/foo.yaml'],
	...['carriers/povo/more/renew.yaml', 'device/carrier.yaml', 'device/foo.yaml', 'guides/Foo.txt'],
])('%s is told, since nothing would read it', async (file) => {
	const { folder, write } = createFolder();
	write(file, 'a: b\n');
	const told = file.replace(/more.*/, 'more');
	expect(readKnowledgeFolder(folder).problems).toEqual([expect.objectContaining({ file: told })]);
	expect(messageOf(folder)).toContain(`${told}: `);
	expect(await checkOf(folder)).toContain(`${told}: `);
});

test('the hidden files of editors and systems are no knowledge', async () => {
	const { folder } = createFolder();
	for (const place of ['', 'words', 'carriers', 'carriers/povo', 'device']) {
		writeFileSync(join(folder, place, '.DS_Store'), '');
	}
	expect(messageOf(folder)).toBe('');
	expect(await checkOf(folder)).toMatch(/: no problems\n$/);
});

test('the knowledge of the project has no file that nothing reads', () => {
	const folder = new URL('../../knowledge', import.meta.url).pathname;
	expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('knowledge');
	expect(messageOf(folder)).toBe('');
});
