import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { type IntentExamples, type Label, loadWords, sentencesOf, type Words } from '../../src/catalogue/words.ts';
import { KNOWLEDGE_FOLDER } from '../../src/content.ts';
import { fingerprintOf, readModel, writeModel } from '../../src/understand/model-cache.ts';
import { createUnderstander, trainModel } from '../../src/understand/understand.ts';
import { knowledgeFixture } from '../support/knowledge-fixture.ts';
import { content, temporaryFolder } from '../support/nokori.ts';

/** A few sentences of each intent: training on all of them takes long, and the cache does not care how many there were. */
function fewWords(): Words {
	const words = loadWords(KNOWLEDGE_FOLDER);
	const intents = [...words.intents].map(([intent, entry]) => {
		const lines = { any: sentencesOf(entry).slice(0, 60) };
		return [intent, { terms: {}, phrases: {}, examples: [{ from: 'few', lines }] }] as [Label, IntentExamples];
	});
	return { ...words, intents: new Map(intents) };
}

test('a cached model understands exactly as the one that was just trained', () => {
	const { catalogue } = content();
	const trained = trainModel(catalogue, fewWords());
	const path = join(temporaryFolder(), 'model.json');
	writeModel(path, 'the same', trained);
	const cached = readModel(path, 'the same');
	if (!cached) {
		throw new Error('nothing was cached');
	}
	const [now, later] = [createUnderstander(catalogue, trained), createUnderstander(catalogue, cached)];
	for (const text of ['povo 怎么保号', 'dokomo data left', '解約のやり方', '樂天怎麼查餘額', 'au revoir', '']) {
		expect(later(text)).toEqual(now(text));
	}
});

test('a model that was trained on other words or names is not used', () => {
	const { catalogue } = content();
	const path = join(temporaryFolder(), 'model.json');
	expect(readModel(path, 'a')).toBeUndefined();
	writeModel(path, 'a', trainModel(catalogue, fewWords()));
	expect(readModel(path, 'b')).toBeUndefined();
	const renamed = createCatalogue(
		knowledgeFixture(({ povo }) => {
			povo.aliases.push('povo three');
		}),
	);
	const before = fingerprintOf(KNOWLEDGE_FOLDER, createCatalogue(knowledgeFixture()));
	expect(fingerprintOf(KNOWLEDGE_FOLDER, renamed)).not.toBe(before);
});
