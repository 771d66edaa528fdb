import { expect, test } from 'vitest';
import { loadWords } from '../../src/catalogue/words.ts';
import { measureByBatch } from '../../src/cli/by-batch.ts';
import { KNOWLEDGE_FOLDER } from '../../src/content.ts';
import { content } from '../support/nokori.ts';

/** Batches by several hands, of all that is asked. All batches together take minutes: `bench:understand -- --by-batch`. */
const BATCHES = ['collected-2026-11', 'residents-2026-11', 'visitors-2026-11'];

test('lines of a batch that was left out of the training are understood well enough', { timeout: 600_000 }, () => {
	const { counts } = measureByBatch(content(), loadWords(KNOWLEDGE_FOLDER), BATCHES);
	const all = counts.find(({ name }) => name === 'all');
	expect(all?.ours).toBeGreaterThan(2000);
	const share = (part = 0, whole = 1): number => part / whole;
	expect(share(all?.withinOneTap, all?.ours), 'within one tap').toBeGreaterThanOrEqual(0.85);
	expect(share(all?.wrong, all?.ours), 'wrong').toBeLessThanOrEqual(0.075);
	expect(share(all?.answered, all?.notOurs), 'not ours answered').toBeLessThanOrEqual(0.06);
});
