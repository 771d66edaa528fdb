import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOCALES_FOLDER, loadI18n } from '../../src/content.ts';
import { OperatorError } from '../../src/errors.ts';
import { createI18n } from '../../src/i18n/i18n.ts';
import { readLocales } from '../../src/i18n/read-locales.ts';
import { temporaryFolder } from '../support/nokori.ts';

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
	['ko', undefined],
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
	expect([years('en', 1), years('en', 2), years('ja', 1)]).toEqual(['1 year old', '2 years old', '1年以上前の情報']);
});

test('what is put into a text is not escaped and not read as a text', () => {
	const t = loadI18n().translator('en');
	expect(t('button.copy', { label: '<b> $t(menu.home) {{x}}' })).toContain('<b>');
});

/** A folder with our languages, of which one is changed. */
function folderWith(name: string, change: (content: string) => string): string {
	const folder = temporaryFolder();
	cpSync(LOCALES_FOLDER, folder, { recursive: true });
	const file = join(folder, name);
	writeFileSync(file, change(readFileSync(join(LOCALES_FOLDER, 'ja.json'), 'utf8')));
	return folder;
}

test.each<[string, (content: string) => string, string]>([
	['a missing text', (ja) => ja.replace('"home": "⌂ メニュー",', ''), 'has no text for "button.home": add it'],
	[
		'an unknown text',
		(ja) => ja.replace('"button": {', '"button": {"jump": "跳ぶ",'),
		'has the unknown key "button.jump"',
	],
	['an empty text', (ja) => ja.replace('"⌂ メニュー"', '""'), 'ja.json: button.home'],
	['no JSON', () => 'home: メニュー', 'ja.json is no JSON'],
])('%s is refused with file, key and remedy', (_name, change, message) => {
	expect(() => readLocales(folderWith('ja.json', change))).toThrow(OperatorError);
	expect(() => readLocales(folderWith('ja.json', change))).toThrow(message);
});

test('a further language is a further file', () => {
	const folder = folderWith('ko.json', (ja) => ja.replace('"日本語", "codes": ["ja"]', '"한국어", "codes": ["ko"]'));
	const i18n = createI18n(readLocales(folder));
	expect(i18n.negotiate('ko-KR')).toBe('ko');
	expect(i18n.translator('ko')('button.home')).toBe('⌂ メニュー');
});

test('a text with a value is written anew each time, one without is the same', () => {
	const t = loadI18n().translator('en');
	expect(t('menu.group', { name: 'A' })).not.toBe(t('menu.group', { name: 'B' }));
	expect(t('menu.home')).toBe(t('menu.home'));
});
