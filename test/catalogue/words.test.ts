import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { KnowledgeError } from '../../src/catalogue/problem.ts';
import { LABELS, loadWords, sentencesOf } from '../../src/catalogue/words.ts';
import { KNOWLEDGE_FOLDER } from '../../src/content.ts';
import { temporaryFolder } from '../support/nokori.ts';

const LOCALES = ['en', 'ja', 'zh-Hans', 'zh-Hant', 'ko', 'vi'];

test('every intent has examples and terms in every language', () => {
	const { intents } = loadWords(KNOWLEDGE_FOLDER);
	for (const intent of LABELS) {
		for (const locale of LOCALES) {
			const sentences = intents.get(intent)?.examples.flatMap(({ lines }) => lines[locale] ?? []);
			expect(sentences?.length, `${intent} ${locale}`).toBeGreaterThan(20);
			expect(intents.get(intent)?.terms[locale]?.length, `${intent} ${locale}`).toBeGreaterThan(5);
		}
	}
});

test('every intent has phrases, and things that fit them, in every language', () => {
	const { intents, things } = loadWords(KNOWLEDGE_FOLDER);
	for (const locale of LOCALES) {
		expect(things[locale]?.length, locale).toBeGreaterThan(5);
		for (const intent of LABELS) {
			expect(intents.get(intent)?.phrases[locale]?.length, `${intent} ${locale}`).toBeGreaterThan(4);
		}
	}
});

test('no sentence stands under two intents', () => {
	const { intents } = loadWords(KNOWLEDGE_FOLDER);
	const seen = new Map<string, string>();
	const twice: string[] = [];
	for (const [intent, { examples, phrases }] of intents) {
		for (const sentence of [...sentencesOf({ examples }), ...Object.values(phrases).flat()].map((text) =>
			text.toLowerCase(),
		)) {
			if (seen.has(sentence) && seen.get(sentence) !== intent) {
				twice.push(`${sentence}: ${seen.get(sentence)} and ${intent}`);
			}
			seen.set(sentence, intent);
		}
	}
	expect(twice).toEqual([]);
});

test('broken and missing files are all named', () => {
	const folder = temporaryFolder();
	cpSync(join(KNOWLEDGE_FOLDER, 'words'), join(folder, 'words'), { recursive: true });
	writeFileSync(join(folder, 'words/renew/ja.yaml'), 'examples: 5\n');
	writeFileSync(join(folder, 'words/renew/words.yaml'), 'terms: []\n');
	rmSync(join(folder, 'words/cancel'), { recursive: true });
	expect(() => loadWords(folder)).toThrow(KnowledgeError);
	expect(() => loadWords(folder)).toThrow(/words\/cancel: cannot be read/);
	expect(() => loadWords(folder)).toThrow(/words\/renew\/ja\.yaml › examples/);
	expect(() => loadWords(folder)).toThrow(/words\/renew\/words\.yaml: not named after a language/);
});

test('what is too long for one file is read from its parts', () => {
	const folder = temporaryFolder();
	cpSync(join(KNOWLEDGE_FOLDER, 'words'), join(folder, 'words'), { recursive: true });
	const batch = (line: string): string => `examples: [{from: b, lines: ["${line}"]}]\n`;
	rmSync(join(folder, 'words/renew'), { recursive: true });
	mkdirSync(join(folder, 'words/renew'));
	writeFileSync(join(folder, 'words/renew/en.yaml'), `terms: ["renewal"]\n${batch('extend my plan')}`);
	writeFileSync(join(folder, 'words/renew/en.more.yaml'), batch('add some days'));
	writeFileSync(join(folder, 'words/renew/ko.yaml'), batch('연장하고 싶어요'));
	expect(loadWords(folder).intents.get('renew')).toEqual({
		terms: { en: ['renewal'] },
		phrases: {},
		examples: [{ from: 'b', lines: { en: ['add some days', 'extend my plan'], ko: ['연장하고 싶어요'] } }],
	});
});

test('a phrase in which no thing, or two, could stand is named', () => {
	const folder = temporaryFolder();
	cpSync(join(KNOWLEDGE_FOLDER, 'words'), join(folder, 'words'), { recursive: true });
	for (const phrase of ['top up', '{} for {}']) {
		writeFileSync(join(folder, 'words/renew/en.yaml'), `phrases: ["${phrase}"]\n`);
		expect(() => loadWords(folder)).toThrow(/words\/renew\/en\.yaml › phrases\[0\]: .*needs \{\} once/);
	}
});

test('a sign in the phrases of reminders that means nothing is named', () => {
	const folder = temporaryFolder();
	cpSync(join(KNOWLEDGE_FOLDER, 'words'), join(folder, 'words'), { recursive: true });
	const file = join(folder, 'words/reminder/en.yaml');
	writeFileSync(file, readFileSync(file, 'utf8').replace('"remind on {day}"', '"remind on {date}"'));
	expect(() => loadWords(folder)).toThrow(/words\/reminder\/en\.yaml › asks\[\d+\]: .*knows only \{day\}/);
});

test('the phrases of reminders stand in every language', () => {
	const { asks, notAsks, subjects, usage, alerts, ends, fillers } = loadWords(KNOWLEDGE_FOLDER).reminder;
	for (const phrases of [asks, notAsks, subjects, usage, alerts, ends, fillers]) {
		for (const locale of LOCALES) expect(phrases[locale]?.length, locale).toBeGreaterThan(15);
	}
});

test('the numbers of hotlines are those that the catalogue gives', () => {
	const folder = join(KNOWLEDGE_FOLDER, 'carriers');
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
	const texts = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
	const numbers = loadWords(KNOWLEDGE_FOLDER).topics.ours['hotline'] ?? [];
	expect(numbers.length).toBeGreaterThan(0);
	expect(numbers.filter((number) => !new RegExp(`value: "?${number}\\b`).test(texts))).toEqual([]);
});
