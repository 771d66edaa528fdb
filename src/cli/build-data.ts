import { rmSync } from 'node:fs';
import { fingerprintOfKnowledge, writeKnowledge } from '../catalogue/cache.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { loadKnowledge } from '../catalogue/load.ts';
import { KnowledgeError } from '../catalogue/problem.ts';
import { loadWords } from '../catalogue/words.ts';
import { KNOWLEDGE_CACHE_FILE, KNOWLEDGE_FOLDER, MODEL_CACHE_FILE } from '../content.ts';
import { fingerprintOf, writeModel } from '../understand/model-cache.ts';
import { trainModel } from '../understand/understand.ts';

/** Part of the build: reads the knowledge and learns from knowledge/words, so that a start need not. */
function main(): void {
	// What an earlier program kept may have another shape.
	for (const file of [MODEL_CACHE_FILE, KNOWLEDGE_CACHE_FILE]) {
		rmSync(file, { force: true });
	}
	const fingerprint = fingerprintOfKnowledge(KNOWLEDGE_FOLDER);
	const knowledge = loadKnowledge(KNOWLEDGE_FOLDER);
	writeKnowledge(KNOWLEDGE_CACHE_FILE, fingerprint, knowledge);
	const catalogue = createCatalogue(knowledge);
	const model = trainModel(catalogue, loadWords(KNOWLEDGE_FOLDER));
	writeModel(MODEL_CACHE_FILE, fingerprintOf(KNOWLEDGE_FOLDER, catalogue), model);
}

try {
	main();
} catch (error) {
	if (!(error instanceof KnowledgeError)) {
		throw error;
	}
	// No reason to fail the build: `knowledge check` tells what is wrong, in the order in which it can be mended.
	process.stderr.write('Nothing was learnt, because the knowledge has problems: npm run --silent knowledge -- check\n');
}
