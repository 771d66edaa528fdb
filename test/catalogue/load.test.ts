import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadKnowledge, readKnowledgeFolder } from '../../src/catalogue/load.ts';
import { LABELS } from '../../src/catalogue/words.ts';
import { runKnowledge } from '../../src/cli/knowledge.ts';
import { createGuide, createMethod, createProcedure, knowledgeFixture } from '../support/knowledge-fixture.ts';
import { createKnowledgeFolder, messageOf } from '../support/knowledge-folder.ts';

/** Knowledge with a file in every place where there can be one. */
function createFolder(): ReturnType<typeof createKnowledgeFolder> {
	const knowledge = knowledgeFixture(({ guides, device }) => {
		guides.push({ id: 'pay', file: 'guides/pay.yaml', entry: createGuide() });
		const entry = createProcedure({ methods: [createMethod({ links: [] })] });
		device['check-data'] = { file: 'device/check-data.yaml', place: '', entry };
	});
	const created = createKnowledgeFolder(knowledge);
	created.write('open-questions.yaml', 'povo: [{ask: "How long?", files: [keep-number]}]\n');
	created.write('README.md', '# Knowledge\n');
	return created;
}

async function checkOf(folder: string): Promise<string> {
	const { output } = await runKnowledge(['check', '--folder', folder], new Date('2026-11-20T00:00:00Z'));
	return output;
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

describe('a method of another carrier', () => {
	const FILE = 'carriers/docomo/keep-number.yaml';
	const createShared = () => {
		const created = createFolder();
		const povo = parse(readFileSync(join(created.folder, 'carriers/povo/keep-number.yaml'), 'utf8'));
		povo.methods[0].id = 'app';
		const refer = (method: object): void => created.write(FILE, stringify({ ...povo, methods: [method] }));
		created.write('carriers/povo/keep-number.yaml', stringify(povo));
		return { ...created, refer };
	};
	const methodOf = (folder: string, carrier: string) =>
		loadKnowledge(folder)
			.carriers.find(({ id }) => id === carrier)
			?.procedures.get('keep-number')?.entry.methods[0];

	test('stands where its id is named, with its sources and translations', () => {
		const { folder, refer } = createShared();
		refer({ sameAs: 'povo/keep-number/app' });
		expect(methodOf(folder, 'docomo')).toEqual({ ...methodOf(folder, 'povo'), id: undefined });
		expect(methodOf(folder, 'docomo')?.steps[0]).toHaveProperty('ko');
	});

	test.each([
		['povo/keep-number/web', 'no such method'],
		['povo/renew/app', 'no such method'],
		['../povo/keep-number/app', 'no such method'],
		['povo', 'no such method'],
		['docomo/keep-number/app', 'no such method'],
	])('%s is refused', async (sameAs, wrong) => {
		const { folder, refer } = createShared();
		refer({ sameAs });
		expect(messageOf(folder)).toContain(`${FILE} › methods[0].sameAs: ${wrong} ("${sameAs}")`);
		expect(await checkOf(folder)).toContain(wrong);
	});

	test('is not changed on the way', () => {
		const { folder, refer } = createShared();
		refer({ sameAs: 'povo/keep-number/app', method: 'web' });
		expect(messageOf(folder)).toContain(`${FILE} › methods[0].sameAs: something beside sameAs`);
	});
});

describe('a translation', () => {
	const FILE = 'translations/ko/carriers/povo/keep-number.yaml';
	const gistOf = (folder: string) =>
		loadKnowledge(folder)
			.carriers.find(({ id }) => id === 'povo')
			?.procedures.get('keep-number')?.entry.gist;

	test('is added to the text that it translates', () => {
		const { folder, write } = createFolder();
		write(FILE, `${JSON.stringify(gistOf(folder)?.en)}:\n  "번호를 유지하세요."\n`);
		expect(gistOf(folder)).toMatchObject({ ko: '번호를 유지하세요.' });
	});

	test('of an English text that has changed is not shown', async () => {
		const { folder, write } = createFolder();
		write(FILE, '"What stood there before.":\n  "예전 문장."\n');
		expect(gistOf(folder)).not.toHaveProperty('ko');
		expect(await checkOf(folder)).toContain(`${FILE}: carriers/povo/keep-number.yaml has no such English text`);
	});

	test.each(['- a list\n', '"A text.": {ko: "문장"}\n', '"A text.": ""\n'])('as %j is refused', async (text) => {
		const { folder, write } = createFolder();
		write(FILE, text);
		expect(messageOf(folder)).toContain(FILE);
		expect(await checkOf(folder)).toContain(FILE);
	});
});

const BROKEN: readonly string[] = [
	...['categories.yaml', 'guides/pay.yaml', 'open-questions.yaml', 'device/check-data.yaml', 'words/renew/en.yaml'],
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
