import { expect, test } from 'vitest';
import { createLanguagesRule } from '../../../src/catalogue/rules/languages.ts';
import { createSource, createText, knowledgeFixture } from '../../support/knowledge-fixture.ts';

const rule = createLanguagesRule();

test('a text in all four languages is right', () => {
	expect(rule.check(knowledgeFixture())).toEqual([]);
});

test('a text without Japanese is reported with the English text that wants translating', () => {
	const problems = rule.check(
		knowledgeFixture(({ keepNumber }) => {
			keepNumber.traps = [{ en: 'Free codes do not count.', 'zh-Hans': '免费码不算。', 'zh-Hant': '免費碼不算。' }];
		}),
	);
	expect(problems).toEqual([
		{
			file: 'carriers/povo/keep-number.yaml',
			place: 'traps[0].ja',
			wrong: 'the text is missing in this language',
			value: 'Free codes do not count.',
			remedy: 'Write it in ja beside the English text.',
		},
	]);
});

test('a language that the bot does not speak is reported', () => {
	const problems = rule.check(
		knowledgeFixture(({ keepNumber }) => {
			keepNumber.gist = createText({ 'zh-hans': '购买加量包。' });
		}),
	);
	expect(problems).toEqual([
		{
			file: 'carriers/povo/keep-number.yaml',
			place: 'gist.zh-hans',
			wrong: 'the bot does not speak this language',
			value: 'zh-hans',
			remedy: 'Remove it, or correct it to one of en, ja, zh-Hans, zh-Hant.',
		},
	]);
});

test('a new language may stand in some texts before it stands in all', () => {
	const growing = createLanguagesRule(undefined, ['ko']);
	const knowledge = knowledgeFixture(({ keepNumber }) => {
		keepNumber.gist = createText({ ko: '토핑을 구매하세요.' });
	});
	expect(growing.check(knowledge)).toEqual([]);
});

test('the names of the groups are texts too', () => {
	const problems = rule.check(
		knowledgeFixture(({ categories }) => {
			categories.push({ id: 'more', kinds: ['mvno'], names: { en: 'More' } });
		}),
	);
	expect(problems.map(({ file, place }) => `${file} ${place}`)).toEqual([
		'categories.yaml [1].names.ja',
		'categories.yaml [1].names.zh-Hans',
		'categories.yaml [1].names.zh-Hant',
	]);
});

const chinese = { 'zh-Hans': '保号卡就是eSIM。', 'zh-Hant': '保號卡就是eSIM。' };

test('a myth of some languages needs no others but English', () => {
	const knowledge = knowledgeFixture(({ keepNumber }) => {
		const claim = { en: 'It is an eSIM.', ...chinese };
		keepNumber.myths = [{ claim, truth: claim, locales: ['zh-Hans', 'zh-Hant'], sources: [createSource()] }];
	});
	expect(rule.check(knowledge)).toEqual([]);
});

test('a myth has a text in each of its languages, and in no other', () => {
	const problems = rule.check(
		knowledgeFixture(({ keepNumber }) => {
			const claim = { en: 'It is an eSIM.', ja: 'eSIMのことだ。', 'zh-Hans': '就是eSIM。' };
			const truth = { en: 'No.', ...chinese };
			keepNumber.myths = [{ claim, truth, locales: ['zh-Hans', 'zh-Hant'], sources: [createSource()] }];
		}),
	);
	expect(problems.map(({ place, wrong }) => `${place}: ${wrong}`)).toEqual([
		'myths[0].claim.zh-Hant: the text is missing in this language',
		'myths[0].claim.ja: nobody is shown this text',
	]);
});

test('a name that is the same in every language is not Japanese', () => {
	const named = (name: string) =>
		rule.check(
			knowledgeFixture(({ povo }) => {
				povo.account = { name, url: 'https://povo.jp/my' };
			}),
		);
	expect(named('マイページ').map(({ file, place, value }) => `${file} ${place} ${value}`)).toEqual([
		'carriers/povo/carrier.yaml account.name マイページ',
	]);
	expect(named('My docomo')).toEqual([]);
});
