import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/catalogue/load.ts';
import { agesTable, dayOfTable, withTable } from '../../src/cli/ages-table.ts';
import { runKnowledge } from '../../src/cli/knowledge.ts';
import { KNOWLEDGE_FOLDER } from '../../src/content.ts';
import { createMethod, createSource, knowledgeFixture } from '../support/knowledge-fixture.ts';

const TODAY = '2026-11-29';

test('the table of docs/knowledge.md is drawn from the sources that there are', () => {
	const page = readFileSync(new URL('../../docs/knowledge.md', import.meta.url), 'utf8');
	const drawn = withTable(page, loadKnowledge(KNOWLEDGE_FOLDER), dayOfTable(page) ?? 'none');
	expect(page, 'run: npm run build && npm run --silent knowledge -- stale --table --write').toBe(drawn);
	expect(dayOfTable(page)).toBeDefined();
});

test('a page counts once, as what is best known of it', () => {
	const dates = { a: '2026-11', b: '2026-05', c: '2026', d: '2025-10', e: '2024' };
	const knowledge = knowledgeFixture((draft) => {
		const sources = Object.entries(dates).map(([name, date]) => createSource({ url: `https://povo.jp/${name}`, date }));
		const { date: _, ...undated } = createSource({ url: 'https://blog.jp/', official: false, of: 'unknown' });
		const live = { ...undated, url: 'https://povo.jp/e', official: true, read: 'live' as const };
		draft.app.sources = [...sources, undated, undated, live];
		for (const { identify, support, offline } of [draft.povo, draft.docomo]) {
			identify.methods = [createMethod({ sources: [undated] })];
			support.methods = [createMethod({ sources: [undated] })];
			offline?.sources.splice(0, 1, undated);
		}
	});
	expect(agesTable(knowledge, TODAY)).toBe(
		[
			'| Pages of | read live | dated under half a year | dated under a year | dated older | undated | all |',
			'| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
			'| the carrier, a phone maker, an authority | 1 | 2 | 1 | 1 | 0 | 5 |',
			'| third parties | 0 | 0 | 0 | 0 | 1 | 1 |',
		].join('\n'),
	);
});

test('the command prints the table, and a page without its marks stays as it is', async () => {
	const { output, code } = await runKnowledge(['stale', '--table'], new Date(`${TODAY}T00:00:00Z`));
	expect(code).toBe(0);
	expect(output).toMatch(/^\| Pages of \| read live \|.*\n\| --- \|.*\n\| the carrier.*\n\| third parties .*\n$/);
	expect(withTable('# A page\n', knowledgeFixture(), TODAY)).toBe('# A page\n');
});
