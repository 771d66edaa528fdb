import { cpSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprintOfKnowledge, readKnowledge, writeKnowledge } from '../../src/catalogue/cache.ts';
import { loadKnowledge } from '../../src/catalogue/load.ts';
import { KNOWLEDGE_FOLDER } from '../../src/content.ts';
import { temporaryFolder } from '../support/nokori.ts';

test('what was kept is exactly what the files say', () => {
	const { words: _, openQuestions: __, ...knowledge } = loadKnowledge(KNOWLEDGE_FOLDER);
	const path = join(temporaryFolder(), 'knowledge.json');
	writeKnowledge(path, 'the same', knowledge);
	// Every text has its translations already.
	expect(readKnowledge(path, 'the same')).toEqual({ ...knowledge, translations: [] });
	const order = (carriers: typeof knowledge.carriers) => carriers.map(({ procedures }) => [...procedures.keys()]);
	expect(order(readKnowledge(path, 'the same')?.carriers ?? [])).toEqual(order(knowledge.carriers));
});

test('what was kept from other files, or never, is not used', () => {
	const path = join(temporaryFolder(), 'knowledge.json');
	expect(readKnowledge(path, 'a')).toBeUndefined();
	writeKnowledge(path, 'a', loadKnowledge(KNOWLEDGE_FOLDER));
	expect(readKnowledge(path, 'b')).toBeUndefined();
});

test.each<[string, (folder: string) => void]>([
	['a byte changed, with the same size and time', (folder) => edit(join(folder, 'categories.yaml'), '- id: B')],
	['a file renamed', (folder) => renameSync(join(folder, 'guides/pay.yaml'), join(folder, 'guides/pays.yaml'))],
	[
		'a file moved',
		(folder) => renameSync(join(folder, 'carriers/a/renew.yaml'), join(folder, 'carriers/b/renew.yaml')),
	],
	['a file removed', (folder) => rmSync(join(folder, 'guides/pay.yaml'))],
	['an empty file added', (folder) => writeFileSync(join(folder, 'carriers/b/cancel.yaml'), '')],
	['an empty folder added', (folder) => mkdirSync(join(folder, 'carriers/c'))],
])('%s is another fingerprint', (_name, change) => {
	const folder = someFiles();
	const before = fingerprintOfKnowledge(folder);
	change(folder);
	expect(fingerprintOfKnowledge(folder)).not.toBe(before);
});

test('a copy, other times and other words for the classifier are the same fingerprint', () => {
	const folder = someFiles();
	const copy = join(temporaryFolder(), 'copy');
	cpSync(folder, copy, { recursive: true });
	utimesSync(join(copy, 'guides/pay.yaml'), 1, 1);
	writeFileSync(join(copy, 'words/topics.yaml'), 'ours: {}');
	expect(fingerprintOfKnowledge(copy)).toBe(fingerprintOfKnowledge(folder));
});

function someFiles(): string {
	const folder = temporaryFolder();
	for (const inside of ['carriers/a', 'carriers/b', 'guides', 'words']) {
		mkdirSync(join(folder, inside), { recursive: true });
	}
	for (const name of ['categories.yaml', 'guides/pay.yaml', 'carriers/a/renew.yaml', 'words/topics.yaml']) {
		edit(join(folder, name), '- id: A');
	}
	return folder;
}

/** Leaves no trace but the content. */
function edit(path: string, content: string): void {
	writeFileSync(path, content);
	utimesSync(path, 1_000_000, 1_000_000);
}
