import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { createGuide, knowledgeFixture } from '../support/knowledge-fixture.ts';
import { checkOf, createKnowledgeFolder, messageOf } from '../support/knowledge-folder.ts';

const FILE = 'guides/leaving.yaml';

/** What a start says of a guide, once this was changed in its file. */
function folderWith(change: object): string {
	const { folder, write } = createKnowledgeFolder(
		knowledgeFixture(({ guides }) => {
			guides.push({ id: 'leaving', file: FILE, entry: createGuide() });
		}),
	);
	write(FILE, stringify({ ...parse(readFileSync(join(folder, FILE), 'utf8')), ...change }));
	return folder;
}

test('a guide as it should be is read', async () => {
	const folder = folderWith({});
	expect(messageOf(folder)).toBe('');
	expect(await checkOf(folder)).toMatch(/: no problems\n$/);
});

test.each([
	['without sources', { sources: [] }, 'sources'],
	['with a procedure that there is not', { related: ['move-sim'] }, 'related[0]'],
	['in a menu that there is not', { menu: 'home' }, 'menu'],
	['without a step or point', { steps: [], points: [] }, 'steps'],
	['with a field that nobody knows', { step: [] }, 'step'],
])('a guide %s is refused, with its place', async (_name, change, place) => {
	const folder = folderWith(change);
	expect(messageOf(folder)).toContain(`${FILE} › ${place}`);
	expect(await checkOf(folder)).toContain(`${FILE} › ${place}`);
});

test('a link off the official domains of whom a guide names is told', async () => {
	const folder = folderWith({ links: [{ url: 'https://blog.example.org/leaving' }] });
	expect(await checkOf(folder)).toContain(`${FILE} › links: a link outside the official domains`);
});

test('a name that no deep link could hold is refused', () => {
	const { folder, write } = createKnowledgeFolder(knowledgeFixture());
	write('guides/Leaving_Japan.yaml', stringify(createGuide()));
	expect(messageOf(folder)).toContain('guides/Leaving_Japan.yaml: no name for a guide');
});
