import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { findMethod } from '../../src/bot-api-server/methods/index.ts';

const ROOM = resolve(import.meta.dirname, '../../src/bot-api-server');
const METHODS = join(ROOM, 'methods');

test('the README names every method with the file it is in', () => {
	const readme = readFileSync(join(ROOM, 'README.md'), 'utf8');
	const listed = [...readme.matchAll(/^\| (\S+\.ts) \| (.+) \|$/gm)].map(([, file, names]) => [
		file,
		names?.split(', '),
	]);
	const written = readdirSync(METHODS)
		.filter((file) => file !== 'index.ts')
		.map((file) => {
			const code = readFileSync(join(METHODS, file), 'utf8');
			return [file, [...code.matchAll(/^\tname: '(\w+)',$/gm)].map(([, name]) => name)];
		});
	const sorted = (table: unknown[][]) => new Map(table.map(([file, names]) => [file, [...(names as string[])].sort()]));
	expect(sorted(listed)).toEqual(sorted(written));
});

test('every method that is written can be called', () => {
	const code = readdirSync(METHODS).map((file) => readFileSync(join(METHODS, file), 'utf8'));
	const names = code.flatMap((text) => [...text.matchAll(/^\tname: '(\w+)',$/gm)].map(([, name = '']) => name));
	expect(names.filter((name) => findMethod(name)?.name !== name)).toEqual([]);
	expect(names.length).toBeGreaterThan(0);
});
