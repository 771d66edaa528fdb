import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/nokori.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const COMPILER = join(ROOT, 'node_modules/typescript/bin/tsc');

function compile(...args: string[]): string {
	return spawnSync(process.execPath, [COMPILER, ...args], { cwd: ROOT, encoding: 'utf8' }).stdout;
}

test('the build checks the keys of texts', () => {
	const files = compile('-p', 'tsconfig.build.json', '--listFilesOnly').split('\n');
	expect(files.map((file) => file.trim())).toContain(join(ROOT, 'src/i18n/i18next.d.ts'));
});

test('a key that is not in en.json fails the check', () => {
	const folder = temporaryFolder();
	const file = join(folder, 'texts.mts');
	const lines = ['menu.home', 'no.such.key'].map(
		(key) => `export const ${key.slice(0, 2)} = (t: Translate) => t('${key}');`,
	);
	writeFileSync(file, [`import type { Translate } from '${ROOT}/src/i18n/i18n.ts';`, ...lines].join('\n'));
	const compilerOptions = {
		rootDir: '/',
		noEmit: true,
		rewriteRelativeImportExtensions: false,
		typeRoots: [join(ROOT, 'node_modules/@types')],
	};
	const config = { extends: join(ROOT, 'tsconfig.build.json'), compilerOptions, include: [] };
	const files = [file, join(ROOT, 'src/i18n/i18next.d.ts')];
	writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...config, files }));
	const errors = compile('-p', folder)
		.split('\n')
		.filter((line) => line.includes('error TS'));
	expect(errors).toEqual([expect.stringMatching(/texts\.mts\(3,.*"no\.such\.key"/)]);
});
