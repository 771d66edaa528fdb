import { rmSync } from 'node:fs';
import { fingerprintOfKnowledge, writeKnowledge } from '../catalogue/cache.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { loadKnowledge } from '../catalogue/load.ts';
import { KnowledgeError } from '../catalogue/problem.ts';
import { KNOWLEDGE_CACHE_FILE, KNOWLEDGE_FOLDER, MODEL_CACHE_FILE } from '../content.ts';
import { fingerprintOf, writeModel } from '../understand/model-cache.ts';
import { trainModel } from '../understand/understand.ts';

/** Part of the build: caches the knowledge, and the model trained on knowledge/words, for a fast start. */
function main(): void {
	// The cache of another version may have another shape.
	for (const file of [MODEL_CACHE_FILE, KNOWLEDGE_CACHE_FILE]) {
		rmSync(file, { force: true });
	}
	const fingerprint = fingerprintOfKnowledge(KNOWLEDGE_FOLDER);
	const knowledge = loadKnowledge(KNOWLEDGE_FOLDER);
	writeKnowledge(KNOWLEDGE_CACHE_FILE, fingerprint, knowledge);
	const catalogue = createCatalogue(knowledge);
	const model = trainModel(catalogue, knowledge.words);
	writeModel(MODEL_CACHE_FILE, fingerprintOf(KNOWLEDGE_FOLDER, catalogue), model);
}

try {
	main();
} catch (error) {
	if (!(error instanceof KnowledgeError)) {
		throw error;
	}
	// No reason to fail the build: `knowledge check` shows all problems.
	process.stderr.write('Nothing was learnt, because the knowledge has problems: npm run --silent knowledge -- check\n');
}
