import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOCALES_FOLDER } from '../../src/content.ts';
import { OperatorError } from '../../src/errors.ts';
import { readLocales } from '../../src/i18n/read-locales.ts';
import { temporaryFolder } from '../support/nokori.ts';

/** Our languages, and a file of that name with the Japanese texts, changed. */
function read(name: string, change: (ja: string) => string): unknown {
	const folder = temporaryFolder();
	cpSync(LOCALES_FOLDER, folder, { recursive: true });
	writeFileSync(join(folder, name), change(readFileSync(join(LOCALES_FOLDER, 'ja.json'), 'utf8')));
	return readLocales(folder);
}

test.each<[string, (ja: string) => string, string]>([
	[
		'a value that nobody gives',
		(ja) => ja.replace('{{label}}', '{{lable}}'),
		'asks for {{lable}}, which does not exist',
	],
	['no name of its own', (ja) => ja.replace('"name": "日本語", ', ''), 'ja.json: meta.name is missing or wrong'],
	[
		'the code of another',
		(ja) => ja.replace('["ja"]', '["ja", "zh-HK"]'),
		'ja.json and locales/zh-Hant.json both have',
	],
])('a language with %s is refused', (_name, change, message) => {
	expect(() => read('ja.json', change)).toThrow(OperatorError);
	expect(() => read('ja.json', change)).toThrow(message);
});

test('a file that is not named after a language is refused', () => {
	const change = (ja: string): string => ja.replace('["ja"]', '["pt-br"]');
	expect(() => read('pt_BR.json', change)).toThrow('locales/pt_BR.json is not named after a language');
});
