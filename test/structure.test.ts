import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const files = ['src', 'test'].flatMap((folder) =>
	readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => join(ROOT, folder, name)),
);

function filesWith(pattern: RegExp, folder: string): string[] {
	return files
		.map((file) => relative(ROOT, file))
		.filter((file) => file.startsWith(folder) && pattern.test(readFileSync(join(ROOT, file), 'utf8')));
}

test('no file is longer than 250 lines', () => {
	expect(files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 251)).toEqual([]);
});

test('nothing but src/main.ts reads the environment', () => {
	expect(filesWith(/process\.env/, 'src/')).toEqual(['src/main.ts']);
});

test('the core knows no Telegram', () => {
	for (const folder of ['src/catalogue/', 'src/understand/', 'src/answer/', 'src/i18n/']) {
		expect(filesWith(/from '(grammy|@grammyjs|grammy-inline-menu)/, folder)).toEqual([]);
	}
});

test('no test is skipped or runs alone', () => {
	expect(filesWith(/\b(test|it|describe)\.(skip|only|todo)\(/, 'test/')).toEqual([]);
});
