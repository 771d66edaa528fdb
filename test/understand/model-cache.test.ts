import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { loadWords } from '../../src/catalogue/words.ts';
import { KNOWLEDGE_FOLDER } from '../../src/content.ts';
import { fingerprintOf, readModel, writeModel } from '../../src/understand/model-cache.ts';
import { createUnderstander, trainModel } from '../../src/understand/understand.ts';
import { knowledgeFixture } from '../support/knowledge-fixture.ts';
import { content, temporaryFolder } from '../support/nokori.ts';

test('what was learnt and kept understands exactly as what was learnt just now', () => {
	const { catalogue } = content();
	const learnt = trainModel(catalogue, loadWords(KNOWLEDGE_FOLDER));
	const path = join(temporaryFolder(), 'model.json');
	writeModel(path, 'the same', learnt);
	const kept = readModel(path, 'the same');
	if (!kept) {
		throw new Error('nothing was kept');
	}
	const [now, later] = [createUnderstander(catalogue, learnt), createUnderstander(catalogue, kept)];
	for (const text of ['povo 怎么保号', 'dokomo data left', '解約のやり方', '樂天怎麼查餘額', 'au revoir', '']) {
		expect(later(text)).toEqual(now(text));
	}
});

test('what was learnt from other words or names is not used', () => {
	const { catalogue } = content();
	const path = join(temporaryFolder(), 'model.json');
	expect(readModel(path, 'a')).toBeUndefined();
	writeModel(path, 'a', trainModel(catalogue, loadWords(KNOWLEDGE_FOLDER)));
	expect(readModel(path, 'b')).toBeUndefined();
	const renamed = createCatalogue(
		knowledgeFixture(({ povo }) => {
			povo.aliases.push('povo three');
		}),
	);
	const before = fingerprintOf(KNOWLEDGE_FOLDER, createCatalogue(knowledgeFixture()));
	expect(fingerprintOf(KNOWLEDGE_FOLDER, renamed)).not.toBe(before);
});
