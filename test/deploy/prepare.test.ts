import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/nokori.ts';

const SCRIPT = join(resolve(import.meta.dirname, '../..'), 'deploy/prepare.mjs');

function prepareIn(folder: string) {
	const { status, stderr } = spawnSync(process.execPath, [SCRIPT], { cwd: folder, encoding: 'utf8' });
	return { status, stderr };
}

test('without a compiler and without a built dist/ the installation fails with a sentence', () => {
	const { status, stderr } = prepareIn(temporaryFolder());
	expect(status).toBe(1);
	expect(stderr).toMatch(/^dist\/ is missing, and cannot be built .*: run "npm ci", or put a built dist\/ here/);
	expect(stderr.trim().split('\n')).toHaveLength(1);
});

test('without a compiler a built dist/ is enough', () => {
	const folder = temporaryFolder();
	mkdirSync(join(folder, 'dist'));
	writeFileSync(join(folder, 'dist/main.js'), '');
	expect(prepareIn(folder)).toEqual({ status: 0, stderr: '' });
});
