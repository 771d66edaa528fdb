import { expect, test } from 'vitest';
import { createChineseWordsRule } from '../../../src/catalogue/rules/chinese-words.ts';
import { REGIONAL_WORDS } from '../../../src/catalogue/rules/regional-words.ts';
import { createText, knowledgeFixture } from '../../support/knowledge-fixture.ts';

const rule = createChineseWordsRule();

function checkGist(change: Record<string, string>): ReturnType<typeof rule.check> {
	return rule.check(
		knowledgeFixture(({ keepNumber }) => {
			keepNumber.gist = createText(change);
		}),
	);
}

test('texts in the words of their readers are right', () => {
	expect(rule.check(knowledgeFixture())).toEqual([]);
	expect(checkGist({ 'zh-Hans': '用短信充值，查看资讯。', 'zh-Hant': '用簡訊儲值，查看資訊。' })).toEqual([]);
});

test('a mainland word in zh-Hant is reported with the word to write', () => {
	expect(checkGist({ 'zh-Hant': '傳短信即可。' })).toEqual([
		{
			file: 'carriers/povo/keep-number.yaml',
			place: 'gist.zh-Hant',
			wrong: 'a word that readers of zh-Hant do not use (the word of the mainland)',
			value: '短信',
			remedy: 'Write 簡訊.',
		},
	]);
});

test('a Taiwanese word in zh-Hans is reported with the word to write', () => {
	const [problem, ...others] = checkGist({ 'zh-Hans': '门号不变。' });
	expect(problem).toMatchObject({ place: 'gist.zh-Hans', value: '门号', remedy: 'Write 手机号.' });
	expect(others).toEqual([]);
});

test('a word that only looks like one of the list is right', () => {
	expect(checkGist({ 'zh-Hans': '选择上网路径。' })).toEqual([]);
});

test('a quoted label keeps the words of the screen', () => {
	expect(checkGist({ 'zh-Hant': '點「套餐」。' })).toEqual([]);
});

test('every word of the list says what to write instead and why', () => {
	for (const { word, instead, reason } of REGIONAL_WORDS) {
		expect(word.test(instead)).toBe(false);
		expect(reason).not.toBe('');
	}
});
