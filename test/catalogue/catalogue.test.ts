import { expect, test } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { knowledgeFixture } from '../support/knowledge-fixture.ts';

const catalogue = createCatalogue(
	knowledgeFixture(({ povo }) => {
		povo.names = { en: 'povo', ja: 'ポヴォ' };
	}),
);

test.each([
	['povo', 'ja', 'ポヴォ'],
	['povo', 'zh-Hant', 'povo'],
	['nobody', 'ja', 'nobody'],
])('the name of %s in %s is %s', (id, locale, name) => {
	expect(catalogue.nameOf(id, locale)).toBe(name);
});
