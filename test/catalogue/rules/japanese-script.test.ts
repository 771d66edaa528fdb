import { expect, test } from 'vitest';
import { createJapaneseScriptRule } from '../../../src/catalogue/rules/japanese-script.ts';
import { createText, knowledgeFixture } from '../../support/knowledge-fixture.ts';

const rule = createJapaneseScriptRule();

test('a Japanese sentence with kana is right', () => {
	expect(rule.check(knowledgeFixture())).toEqual([]);
});

test('a Chinese sentence in the place of the Japanese one is reported', () => {
	const problems = rule.check(
		knowledgeFixture(({ keepNumber }) => {
			keepNumber.gist = createText({ ja: '購買加購包。' });
		}),
	);
	expect(problems).toEqual([
		{
			file: 'carriers/povo/keep-number.yaml',
			place: 'gist.ja',
			wrong: 'a Japanese sentence without kana',
			value: '購買加購包。',
			remedy: 'Write it in Japanese; perhaps it stands under the wrong language.',
		},
	]);
});

test('an English sentence to say to the staff is reported', () => {
	const problems = rule.check(
		knowledgeFixture(({ app }) => {
			app.say = { ja: 'Please stop my line.', meaning: createText() };
		}),
	);
	expect(problems.map(({ place }) => place)).toEqual(['methods[0].say.ja']);
});

test('names, headings, labels and values to copy need no kana', () => {
	const knowledge = knowledgeFixture(({ povo, app }) => {
		povo.names['ja'] = '日本通信合理的二百九十料金';
		app.when = createText({ ja: '紛失・盗難（国内、夜間、未確認）' });
		app.copy = [{ label: createText({ ja: '国内携帯電話専用無料通話番号一覧' }), value: '0120-800-000' }];
	});
	expect(rule.check(knowledge)).toEqual([]);
});

test('a short text may be a mere noun', () => {
	const knowledge = knowledgeFixture(({ app }) => {
		app.steps = [createText({ ja: '本人確認書類' })];
	});
	expect(rule.check(knowledge)).toEqual([]);
	expect(createJapaneseScriptRule(3).check(knowledge)).toHaveLength(1);
});
