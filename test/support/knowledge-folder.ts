import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { stringify } from 'yaml';
import { type Knowledge, loadKnowledge } from '../../src/catalogue/load.ts';
import { KnowledgeError } from '../../src/catalogue/problem.ts';
import { translationPath } from '../../src/catalogue/translations.ts';
import { entriesByFile, textsOf } from '../../src/catalogue/walk.ts';
import { LABELS } from '../../src/catalogue/words.ts';
import { runKnowledge } from '../../src/cli/knowledge.ts';
import { KNOWLEDGE_FOLDER } from '../../src/content.ts';
import { createText } from './knowledge-fixture.ts';
import { temporaryFolder } from './nokori.ts';

/** A folder with knowledge that a test may edit. Gone after the test. */
export type KnowledgeFolder = { folder: string; write: (file: string, content: string) => void };

/** The sentence of the fixture in the languages that do not stand beside the English. */
const TRANSLATED = { ko: '토핑을 구매하세요.', vi: 'Mua một gói topping.' };

/**
 * Writes knowledge to a temporary folder, with words that can be read but teach nothing, since reading all takes long.
 * @param format turns an entry into YAML
 */
export function createKnowledgeFolder(
	knowledge: Knowledge,
	format: (entry: object) => string = stringify,
): KnowledgeFolder {
	const { categories, carriers, guides, device, changed } = knowledge;
	const folder = temporaryFolder();
	const write = (file: string, content: string): void => {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), content);
	};
	write('categories.yaml', format([...categories]));
	if (changed.length > 0) {
		write('watch.yaml', format([...changed]));
	}
	for (const { file, entry, procedures } of carriers) {
		write(file, format(entry));
		for (const procedure of [...procedures.values()].filter(({ place }) => place === '')) {
			write(procedure.file, format(procedure.entry));
		}
	}
	for (const { file, entry } of [...device.values(), ...guides]) {
		write(file, format(entry));
	}
	for (const [locale, sentence] of Object.entries(TRANSLATED)) {
		for (const { file, entry } of entriesByFile(knowledge)) {
			const texts = textsOf(entry).filter(({ locales }) => !locales);
			const translated = texts.map(({ text: { en } }) => [en, en === createText().en ? sentence : en]);
			write(translationPath(locale, file), format(Object.fromEntries(translated)));
		}
	}
	for (const name of readdirSync(join(KNOWLEDGE_FOLDER, 'words'))) {
		if (LABELS.some((intent) => intent === name)) {
			write(`words/${name}/en.yaml`, 'examples: []\n');
		} else {
			cpSync(join(KNOWLEDGE_FOLDER, 'words', name), join(folder, 'words', name), { recursive: true });
		}
	}
	return { folder, write };
}

/** What a start, or a reload, says of the folder; nothing where it is sound. Anything but a KnowledgeError would end the process. */
export function messageOf(folder: string): string {
	try {
		loadKnowledge(folder);
		return '';
	} catch (error) {
		expect(error).toBeInstanceOf(KnowledgeError);
		return (error as KnowledgeError).message;
	}
}

/** What the check says of the folder. */
export async function checkOf(folder: string): Promise<string> {
	const { output } = await runKnowledge(['check', '--folder', folder], new Date('2026-11-20T00:00:00Z'));
	return output;
}
