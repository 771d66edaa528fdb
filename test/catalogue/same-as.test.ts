import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadKnowledge } from '../../src/catalogue/load.ts';
import { knowledgeFixture } from '../support/knowledge-fixture.ts';
import { checkOf, createKnowledgeFolder, messageOf } from '../support/knowledge-folder.ts';

const createFolder = () => createKnowledgeFolder(knowledgeFixture());

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
