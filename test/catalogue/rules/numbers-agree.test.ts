import { expect, test } from 'vitest';
import { createNumbersAgreeRule } from '../../../src/catalogue/rules/numbers-agree.ts';
import { createText, knowledgeFixture } from '../../support/knowledge-fixture.ts';

const rule = createNumbersAgreeRule();

function checkGist(change: Record<string, string>): ReturnType<typeof rule.check> {
	return rule.check(
		knowledgeFixture(({ keepNumber }) => {
			keepNumber.gist = createText(change);
		}),
	);
}

test('the same numbers in each language are right, however they are written', () => {
	const change = {
		en: 'From 1 March: 4,950 yen, 9 a.m. to 8 p.m., 0120-800-000.',
		ja: '3月1日から4950円、午前9時〜午後8時、0120-800-000です。',
		'zh-Hans': '3月1日起4,950日元，9:00-20:00，0120 800 000。',
		'zh-Hant': '３月１日起4,950日圓，9點到20點，0120-800-000。',
	};
	expect(checkGist(change)).toEqual([]);
});

test('a number that was corrected in one language only is reported in the others', () => {
	const change = { en: 'Within 90 days.', ja: '90日以内です。', 'zh-Hans': '90天内。', 'zh-Hant': '180天內。' };
	expect(checkGist(change)).toEqual([
		{
			file: 'carriers/povo/keep-number.yaml',
			place: 'gist.zh-Hant',
			wrong: '90 stands in en but not here',
			value: '180天內。',
			remedy: 'Make the languages agree, with digits in each of them.',
		},
		...(['en', 'ja', 'zh-Hans'] as const).map((locale) => ({
			file: 'carriers/povo/keep-number.yaml',
			place: `gist.${locale}`,
			wrong: '180 stands in zh-Hant but not here',
			value: change[locale],
			remedy: 'Make the languages agree, with digits in each of them.',
		})),
	]);
});

test('small numbers may be written in words', () => {
	const change = {
		en: 'Twice a year, open round the clock, free, once.',
		ja: '年2回、24時間、0円、1日です。',
		'zh-Hans': '一年两次，全天，免费。',
		'zh-Hant': '一年兩次，24小時，免費。',
	};
	expect(checkGist(change)).toEqual([]);
});

test('a year in Vietnamese does not stand for a five', () => {
	const withVietnamese = (vi: string): Record<string, string> => ({ en: 'Within 5 days in a year.', vi });
	const missing = (vi: string) => checkGist(withVietnamese(vi)).filter((problem) => problem.place === 'gist.vi');
	expect(missing('Trong năm ngày của một năm.')).toEqual([]);
	expect(missing('Trong vài ngày của một năm.')).toMatchObject([{ wrong: '5 stands in en but not here' }]);
});
