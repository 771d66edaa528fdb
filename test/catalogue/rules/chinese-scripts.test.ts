import { expect, test } from 'vitest';
import { createChineseScriptsRule } from '../../../src/catalogue/rules/chinese-scripts.ts';
import { createScripts } from '../../../src/catalogue/rules/scripts.ts';
import { createText, knowledgeFixture } from '../../support/knowledge-fixture.ts';

// The sets are made once for all tests: making them takes a moment.
const rule = createChineseScriptsRule(createScripts());
const remedy = 'Write it in the script of this language, or quote the label of a screen in 「」.';
const file = 'carriers/povo/keep-number.yaml';

function checkGist(change: Record<string, string>): ReturnType<typeof rule.check> {
	return rule.check(
		knowledgeFixture(({ keepNumber }) => {
			keepNumber.gist = createText(change);
		}),
	);
}

test('a text in its own script is right', () => {
	expect(rule.check(knowledgeFixture())).toEqual([]);
});

test('traditional characters in zh-Hans are reported, each once', () => {
	expect(checkGist({ 'zh-Hans': '購买加購包，门號不变。' })).toEqual([
		{ file, place: 'gist.zh-Hans', wrong: 'traditional characters', value: '購號', remedy },
	]);
});

test('simplified characters in zh-Hant are reported', () => {
	expect(checkGist({ 'zh-Hant': '购買加購包。' })).toEqual([
		{ file, place: 'gist.zh-Hant', wrong: 'simplified characters', value: '购', remedy },
	]);
});

test('kana and Japanese characters outside brackets are reported in both scripts', () => {
	expect(checkGist({ 'zh-Hans': '买トッピング。', 'zh-Hant': '到駅前購買。' })).toEqual([
		{ file, place: 'gist.zh-Hans', wrong: 'Japanese characters', value: 'トッピング', remedy },
		{ file, place: 'gist.zh-Hant', wrong: 'Japanese characters', value: '駅', remedy },
	]);
});

test('what stands in brackets is quoted from a screen and may be in any script', () => {
	const change = {
		'zh-Hans': '点「購入履歴（一覧）」，买加量包（トッピング）。',
		'zh-Hant': '點「データ残量」(データ)。',
	};
	expect(checkGist(change)).toEqual([]);
});

test('characters that are right in both scripts give no alarm', () => {
	const both = '后里台干只面准系才出云吁回志折划卷占吃游周松采制家';
	expect(checkGist({ 'zh-Hans': both, 'zh-Hant': both })).toEqual([]);
});

test('Japanese and English texts are left alone', () => {
	expect(checkGist({ en: 'Open 購入履歴.', ja: '駅で購入します。' })).toEqual([]);
});
