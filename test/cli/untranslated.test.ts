import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { runKnowledge } from '../../src/cli/knowledge.ts';
import { listUntranslated } from '../../src/cli/untranslated.ts';
import { createSource, createText, knowledgeFixture } from '../support/knowledge-fixture.ts';

test('what a language lacks is listed with its file, once, and only what its readers see', () => {
	const knowledge = knowledgeFixture(({ keepNumber }) => {
		const free = { en: 'Free codes do not count.', ja: '無料のコードは対象外です。' };
		keepNumber.gist = createText({ ko: '토핑을 구매하세요.' });
		keepNumber.traps = [free, free];
		const claim = { en: 'It is an eSIM.', 'zh-Hans': '就是eSIM。' };
		keepNumber.myths = [{ claim, truth: claim, locales: ['zh-Hans'], sources: [createSource()] }];
	});
	const list = listUntranslated(knowledge, 'ko');
	expect(list).toContain(
		'# translations/ko/carriers/povo/keep-number.yaml\n' +
			'"Free codes do not count.": "" # 無料のコードは対象外です。\n' +
			'"Buy a topping.": "" # トッピングを購入します。\n',
	);
	expect(list).not.toContain('It is an eSIM.');
	expect(parse(list.split('\n\n')[0] ?? '')).toBeTypeOf('object');
});

test('a language of which nothing is missing gets an empty list', () => {
	expect(listUntranslated(knowledgeFixture(), 'ja')).toBe('');
});

test('the command wants a language', async () => {
	expect(await runKnowledge(['untranslated'], new Date())).toMatchObject({ code: 1 });
	expect(await runKnowledge(['untranslated', 'ja'], new Date())).toMatchObject({ output: '', code: 0 });
});
