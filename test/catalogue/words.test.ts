import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KNOWLEDGE_FOLDER } from '../../src/assemble.ts';
import { KnowledgeError } from '../../src/catalogue/knowledge-error.ts';
import { loadWords, WISHES } from '../../src/catalogue/words.ts';
import { temporaryFolder } from '../support/nokori.ts';

const LOCALES = ['en', 'ja', 'zh-Hans', 'zh-Hant'];

test('every wish has examples and terms in every language', () => {
	const { wishes } = loadWords(KNOWLEDGE_FOLDER);
	for (const wish of WISHES) {
		for (const locale of LOCALES) {
			expect(wishes.get(wish)?.examples[locale]?.length, `${wish} ${locale}`).toBeGreaterThan(30);
			expect(wishes.get(wish)?.terms[locale]?.length, `${wish} ${locale}`).toBeGreaterThan(5);
		}
	}
});

test('no sentence stands under two wishes', () => {
	const { wishes } = loadWords(KNOWLEDGE_FOLDER);
	const seen = new Map<string, string>();
	const twice: string[] = [];
	for (const [wish, { examples }] of wishes) {
		for (const sentence of Object.values(examples)
			.flat()
			.map((text) => text.toLowerCase())) {
			if (seen.has(sentence) && seen.get(sentence) !== wish) {
				twice.push(`${sentence}: ${seen.get(sentence)} and ${wish}`);
			}
			seen.set(sentence, wish);
		}
	}
	expect(twice).toEqual([]);
});

test('broken and missing files are all named', () => {
	const folder = temporaryFolder();
	cpSync(join(KNOWLEDGE_FOLDER, 'words'), join(folder, 'words'), { recursive: true });
	writeFileSync(join(folder, 'words/renew.yaml'), 'examples: 5\n');
	rmSync(join(folder, 'words/cancel.yaml'));
	expect(() => loadWords(folder)).toThrow(KnowledgeError);
	expect(() => loadWords(folder)).toThrow(/words\/cancel\.yaml: cannot be read/);
	expect(() => loadWords(folder)).toThrow(/words\/renew\.yaml › terms/);
});
