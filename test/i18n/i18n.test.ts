import { expect, test } from 'vitest';
import { loadI18n } from '../../src/content.ts';

test.each([
	['zh-hans', 'zh-Hans'],
	['zh-cn', 'zh-Hans'],
	['zh-sg', 'zh-Hans'],
	['zh', 'zh-Hans'],
	['zh-hant', 'zh-Hant'],
	['zh-TW', 'zh-Hant'],
	['zh-hk', 'zh-Hant'],
	['zh-mo', 'zh-Hant'],
	['zh-hant-tw', 'zh-Hant'],
	['ja', 'ja'],
	['en-GB', 'en'],
	['tlh', undefined],
	['', undefined],
	[undefined, undefined],
])("Telegram's %s means %s", (code, locale) => {
	expect(loadI18n().negotiate(code)).toBe(locale);
});

test.each([
	['ja', 'ja'],
	['日本語', 'ja'],
	['ZH-HANT', 'zh-Hant'],
	['繁體中文', 'zh-Hant'],
	['zh-tw', 'zh-Hant'],
	['english', 'en'],
	['klingon', undefined],
])('a person who writes %s means %s', (words, locale) => {
	expect(loadI18n().find(words)).toBe(locale);
});

test('plurals follow the language', () => {
	const i18n = loadI18n();
	const years = (locale: string, count: number): string => i18n.translator(locale)('evidence.years', { count });
	expect([years('en', 1), years('en', 2), years('ja', 1)]).toEqual([
		'over a year old',
		'over 2 years old',
		'1年以上前の情報',
	]);
});

test('what is put into a text is not escaped and not read as a text', () => {
	const t = loadI18n().translator('en');
	expect(t('button.copy', { label: '<b> $t(menu.home) {{x}}' })).toContain('<b>');
});

test('a text with a value is written anew each time, one without is the same', () => {
	const t = loadI18n().translator('en');
	expect(t('menu.group', { name: 'A' })).not.toBe(t('menu.group', { name: 'B' }));
	expect(t('menu.home')).toBe(t('menu.home'));
});
