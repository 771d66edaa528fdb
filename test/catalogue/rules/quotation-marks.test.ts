import { expect, test } from 'vitest';
import { createQuotationMarksRule } from '../../../src/catalogue/rules/quotation-marks.ts';
import type { Text } from '../../../src/catalogue/schema.ts';
import { createText, knowledgeFixture } from '../../support/knowledge-fixture.ts';

const rule = createQuotationMarksRule();

function check(change: Partial<Text>) {
	return rule.check(
		knowledgeFixture(({ keepNumber }) => {
			keepNumber.gist = createText(change);
		}),
	);
}

test('English words in the brackets of Japanese labels are reported', () => {
	expect(check({ en: 'Open 「Settings」 on the phone.' })).toEqual([
		{
			file: 'carriers/povo/keep-number.yaml',
			place: 'gist.en',
			wrong: '「」 round words that are not Japanese',
			value: '「Settings」',
			remedy: 'Write “ ”.',
		},
	]);
	expect(check({ en: 'Open “Settings” on the phone.' })).toEqual([]);
});

test.each(['「购入履历」', '「或」', '「Top Up」'])('simplified Chinese has no %s', (value) => {
	expect(check({ 'zh-Hans': `点${value}。` }).map((problem) => problem.value)).toEqual([value]);
});

test('a Japanese label stands in its brackets in every language', () => {
	const label = {
		en: 'Open 「購入履歴」 (purchases).',
		ja: '「購入履歴」を開きます。',
		'zh-Hans': '打开「購入履歴」。',
	};
	expect(check({ ...label, 'zh-Hant': '打開「購入履歴」。' })).toEqual([]);
	expect(check({ en: 'Open 「チャット」 (chat).', 'zh-Hans': '点「チャット」（聊天）。' })).toEqual([]);
});

test.each(['en', 'zh-Hans'])('%s does not quote a Japanese label as its own words', (locale) => {
	const problems = check({ [locale]: '“チャット”' });
	expect(problems.map(({ wrong, value }) => [wrong, value])).toEqual([['“ ” round a Japanese label', '“チャット”']]);
});

test('Japanese and traditional Chinese quote in 「」 alone', () => {
	const places = check({ ja: '“終了”を押します。', 'zh-Hant': '點“完成”。' }).map(({ place }) => place);
	expect(places).toEqual(['gist.ja', 'gist.zh-Hant']);
	expect(check({ ja: '「OK」を押します。', 'zh-Hant': '點「完成」。' })).toEqual([]);
});

test('a language of which the rule knows nothing quotes as it likes', () => {
	expect(check({ th: '「ตั้งค่า」 “ตั้งค่า”' })).toEqual([]);
});
