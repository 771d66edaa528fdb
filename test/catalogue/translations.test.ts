import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/catalogue/load.ts';
import { knowledgeFixture } from '../support/knowledge-fixture.ts';
import { checkOf, createKnowledgeFolder, messageOf } from '../support/knowledge-folder.ts';

const createFolder = () => createKnowledgeFolder(knowledgeFixture());

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
