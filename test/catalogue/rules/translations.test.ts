import { expect, test } from 'vitest';
import { checkKnowledge } from '../../../src/catalogue/check.ts';
import { createLanguagesRule } from '../../../src/catalogue/rules/languages.ts';
import { createTranslationsRule } from '../../../src/catalogue/rules/translations.ts';
import { createText, knowledgeFixture } from '../../support/knowledge-fixture.ts';
import { TODAY } from '../../support/nokori.ts';

const rule = createTranslationsRule();
const KEEP_NUMBER = 'carriers/povo/keep-number.yaml';

function withTranslation(of: string, texts: Record<string, string>) {
	return knowledgeFixture(({ translations }) => {
		translations.push({ locale: 'ko', of, texts: new Map(Object.entries(texts)) });
	});
}

test('a translation of a text that stands in the file is right', () => {
	expect(rule.check(withTranslation(KEEP_NUMBER, { 'Buy a topping.': '토핑을 구매하세요.' }))).toEqual([]);
});

test('a translation of an English text that was corrected since is told', () => {
	expect(rule.check(withTranslation(KEEP_NUMBER, { 'Buy two toppings.': '토핑을 두 개 구매하세요.' }))).toEqual([
		{
			file: `translations/ko/${KEEP_NUMBER}`,
			place: '',
			wrong: `${KEEP_NUMBER} has no such English text (any more)`,
			value: 'Buy two toppings.',
			remedy: 'Translate the text that stands there now, or remove this one.',
		},
	]);
});

test('a translation of a file that is not there is told', () => {
	expect(rule.check(withTranslation('carriers/povo/keep-numbr.yaml', {}))).toMatchObject([
		{ file: 'translations/ko/carriers/povo/keep-numbr.yaml', wrong: 'translates no file of the knowledge' },
	]);
});

test('a text that is missing in a translated language is missed in its own file', () => {
	const problems = createLanguagesRule(['en', 'ko']).check(
		knowledgeFixture(({ categories, keepNumber }) => {
			categories.splice(0);
			keepNumber.traps = [{ en: 'Free codes do not count.' }];
		}),
	);
	expect(problems).toContainEqual({
		file: `translations/ko/${KEEP_NUMBER}`,
		place: 'traps[0].ko',
		wrong: 'the text is missing in this language',
		value: 'Free codes do not count.',
		remedy: 'Add it there under the English text, word for word; until then it is shown in English.',
	});
});

test('what is wrong in a translation is told with its own file', () => {
	const knowledge = knowledgeFixture(({ keepNumber, translations }) => {
		keepNumber.gist = createText({ ko: '토핑을 구매하세요:' });
		translations.push({ locale: 'ko', of: KEEP_NUMBER, texts: new Map([['Buy a topping.', '토핑을 구매하세요:']]) });
	});
	expect(checkKnowledge(knowledge, { today: TODAY, optionalLocales: ['ko'] })).toMatchObject([
		{ file: `translations/ko/${KEEP_NUMBER}`, place: 'gist.ko', wrong: 'ends in a colon' },
	]);
});
