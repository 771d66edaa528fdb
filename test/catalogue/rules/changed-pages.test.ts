import { expect, test } from 'vitest';
import { createChangedPagesRule } from '../../../src/catalogue/rules/changed-pages.ts';
import { type Draft, knowledgeFixture } from '../../support/knowledge-fixture.ts';

const ENTRY = {
	file: 'carriers/povo/keep-number.yaml',
	url: 'https://povo.jp/en/information/',
	claim: 'toppings are bought in the app',
	missing: ['180 day'],
	since: '2026-11-29',
};

function problemsOf(change: Partial<typeof ENTRY>, more: (draft: Draft) => void = () => {}) {
	return createChangedPagesRule().check(
		knowledgeFixture((draft) => {
			draft.changed.push({ ...ENTRY, ...change });
			more(draft);
		}),
	);
}

test('an entry stands for what a source says, or for a step that rests on it', () => {
	expect(problemsOf({})).toEqual([]);
	expect(problemsOf({ claim: 'トッピングを購入します。' })).toEqual([]);
});

test('an entry for a file that is not there is to be taken out', () => {
	expect(problemsOf({ file: 'carriers/povo/renew.yaml' })).toMatchObject([
		{ file: 'watch.yaml', place: '[0].file', wrong: 'no such file', value: 'carriers/povo/renew.yaml' },
	]);
});

test('an entry whose source was corrected, or is no source any more, is to be taken out', () => {
	const settled = [{ file: 'watch.yaml', place: '[0].claim', remedy: expect.stringContaining('settled') }];
	expect(
		problemsOf({}, ({ source }) => {
			source.says = 'toppings are bought on the web';
		}),
	).toMatchObject(settled);
	expect(problemsOf({ url: 'https://povo.jp/' })).toMatchObject(settled);
});
