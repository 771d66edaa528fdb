import { KNOWLEDGE_FOLDER, MODEL_FILE } from '../assemble.ts';
import { createCatalogue } from '../catalogue/catalogue.ts';
import { KnowledgeError } from '../catalogue/knowledge-error.ts';
import { loadKnowledge } from '../catalogue/load.ts';
import { loadWords } from '../catalogue/words.ts';
import { fingerprintOf, writeModel } from '../understand/model-file.ts';
import { learnWords } from '../understand/understand.ts';

/** Part of the build: learns from knowledge/words, so that a start need not. */
function main(): void {
	const catalogue = createCatalogue(loadKnowledge(KNOWLEDGE_FOLDER));
	const model = learnWords(catalogue, loadWords(KNOWLEDGE_FOLDER));
	writeModel(MODEL_FILE, fingerprintOf(KNOWLEDGE_FOLDER, catalogue), model);
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
