import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
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
	for (const folder of ['src/catalogue/', 'src/understand/', 'src/check/', 'src/answer/', 'src/i18n/']) {
		expect(filesWith(/from '(grammy|@grammyjs|grammy-inline-menu)/, folder)).toEqual([]);
	}
});

test('the Bot API server imports nothing of Nokori', () => {
	const room = join(ROOT, 'src/bot-api-server');
	const imports = files
		.filter((file) => file.startsWith(`${room}/`))
		.flatMap((file) =>
			[...readFileSync(file, 'utf8').matchAll(/(?:from|import)[\s(]*'([^'\s]+)'/g)].map(([, target = '']) => ({
				file,
				target: target.startsWith('.') ? resolve(dirname(file), target) : target,
			})),
		);
	expect(imports.length).toBeGreaterThan(0);
	const isAllowed = (target: string) =>
		target.startsWith(`${room}/`) || /^(node:|hono$|@hono\/|grammy\/types$)/.test(target);
	expect(imports.filter(({ target }) => !isAllowed(target))).toEqual([]);
});

test('no test is skipped or runs alone', () => {
	expect(filesWith(/\b(test|it|describe)\.(skip|only|todo)\(/, 'test/')).toEqual([]);
});
