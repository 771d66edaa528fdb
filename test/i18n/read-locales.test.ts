import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOCALES_FOLDER } from '../../src/content.ts';
import { OperatorError } from '../../src/errors.ts';
import { createI18n } from '../../src/i18n/i18n.ts';
import { type LocaleFile, readLocales } from '../../src/i18n/read-locales.ts';
import { temporaryFolder } from '../support/nokori.ts';

type Draft = { meta: { name?: string; codes: string[] }; button: Record<string, string> };

/** A folder with our languages, and a file of that name with these contents. */
function folderWith(name: string, content: string): string {
	const folder = temporaryFolder();
	cpSync(LOCALES_FOLDER, folder, { recursive: true });
	writeFileSync(join(folder, name), content);
	return folder;
}

/** Our languages, and a file of that name with the Japanese texts, changed. */
function read(name: string, change: (draft: Draft) => void): LocaleFile[] {
	const draft = JSON.parse(readFileSync(join(LOCALES_FOLDER, 'ja.json'), 'utf8'));
	change(draft);
	return readLocales(folderWith(name, JSON.stringify(draft)));
}

test.each<[string, (draft: Draft) => void, string]>([
	[
		'a missing text',
		({ button }) => {
			delete button['home'];
		},
		'has no text for "button.home": add it',
	],
	[
		'an unknown text',
		({ button }) => {
			button['jump'] = '跳ぶ';
		},
		'has the unknown key "button.jump"',
	],
	[
		'an empty text',
		({ button }) => {
			button['home'] = '';
		},
		'ja.json: button.home',
	],
	[
		'a value that nobody gives',
		({ button }) => {
			button['copy'] = '{{lable}}をコピー';
		},
		'asks for {{lable}}, which does not exist',
	],
	[
		'no name of its own',
		({ meta }) => {
			delete meta.name;
		},
		'ja.json: meta.name is missing or wrong',
	],
	[
		'the code of another',
		({ meta }) => {
			meta.codes.push('zh-HK');
		},
		'ja.json and locales/zh-Hant.json both have',
	],
])('a language with %s is refused with file, key and remedy', (_name, change, message) => {
	expect(() => read('ja.json', change)).toThrow(OperatorError);
	expect(() => read('ja.json', change)).toThrow(message);
});

test('a file that is no JSON is refused', () => {
	expect(() => readLocales(folderWith('ja.json', 'home: メニュー'))).toThrow(OperatorError);
	expect(() => readLocales(folderWith('ja.json', 'home: メニュー'))).toThrow('ja.json is no JSON');
});

test('all missing texts are told at once, and of many the first ones', () => {
	const without = (count: number) => () =>
		read('ja.json', ({ button }) => {
			for (const key of Object.keys(button).slice(0, count)) {
				delete button[key];
			}
		});
	const [first, second] = Object.keys(JSON.parse(readFileSync(join(LOCALES_FOLDER, 'en.json'), 'utf8')).button);
	expect(without(2)).toThrow(`locales/ja.json has no text for "button.${first}": add it`);
	expect(without(2)).toThrow(` Also missing: "button.${second}".`);
	expect(without(12)).toThrow(/ Also missing: (".+", ){9}".+" and 1 more\.$/);
});

test('a file that is not named after a language is refused', () => {
	const change = ({ meta }: Draft): void => {
		meta.codes = ['pt-br'];
	};
	expect(() => read('pt_BR.json', change)).toThrow('locales/pt_BR.json is not named after a language');
});

test('a further language is a further file', () => {
	const files = read('ko.json', ({ meta }) => {
		meta.name = '한국어';
		meta.codes = ['ko'];
	});
	const i18n = createI18n(files);
	expect(i18n.negotiate('ko-KR')).toBe('ko');
	expect(i18n.translator('ko')('button.home')).toBe('⌂ メニュー');
});
