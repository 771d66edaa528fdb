// A catalogue so many times as large, in a folder of its own with the built program beside it.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(import.meta.dirname, '..');

/**
 * Copies the program and its knowledge, each carrier so many times under other ids, names and aliases, and keeps what
 * the build would keep: parsing twenty thousand YAML files as the build does would take minutes.
 * @returns the folder
 */
export async function createLargeBot(times) {
	const folder = mkdtempSync(join(tmpdir(), 'nokori-large-'));
	for (const name of ['dist', 'knowledge', 'locales', 'package.json']) {
		cpSync(join(ROOT, name), join(folder, name), { recursive: true });
	}
	symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
	copyFiles(join(folder, 'knowledge/carriers'), times);
	await keep(folder, times);
	return folder;
}

/** The copies' files are compared byte by byte at every start, so they have to be there in their full number and size. */
function copyFiles(carriers, times) {
	for (const id of readdirSync(carriers)) {
		const files = readdirSync(join(carriers, id)).map((name) => [name, readFileSync(join(carriers, id, name))]);
		for (let copy = 1; copy < times; copy += 1) {
			const target = join(carriers, idOf(id, copy));
			mkdirSync(target);
			for (const [name, bytes] of files) {
				writeFileSync(join(target, name), bytes);
			}
		}
	}
}

async function keep(folder, times) {
	const load = (path) => import(pathToFileURL(join(folder, 'dist', path)));
	const { createCatalogue } = await load('catalogue/catalogue.js');
	const { fingerprintOfKnowledge, writeKnowledge } = await load('catalogue/cache.js');
	const { loadKnowledge } = await load('catalogue/load.js');
	const { loadWords } = await load('catalogue/words.js');
	const { KNOWLEDGE_CACHE_FILE, KNOWLEDGE_FOLDER, MODEL_CACHE_FILE } = await load('content.js');
	const { fingerprintOf, writeModel } = await load('understand/model-cache.js');
	const { trainModel } = await load('understand/understand.js');
	const one = loadKnowledge(join(ROOT, 'knowledge'));
	const carriers = one.carriers.flatMap((carrier) =>
		Array.from({ length: times }, (_, copy) => renamed(carrier, copy)),
	);
	const knowledge = { ...one, carriers };
	const fingerprint = fingerprintOfKnowledge(KNOWLEDGE_FOLDER);
	writeKnowledge(KNOWLEDGE_CACHE_FILE, fingerprint, knowledge);
	const catalogue = createCatalogue(knowledge);
	writeModel(
		MODEL_CACHE_FILE,
		fingerprintOf(KNOWLEDGE_FOLDER, catalogue),
		trainModel(catalogue, loadWords(KNOWLEDGE_FOLDER)),
	);
}

/** The first copy is the carrier itself. */
function renamed(carrier, copy) {
	if (copy === 0) {
		return carrier;
	}
	const id = idOf(carrier.id, copy);
	const file = carrier.file.replace(carrier.id, id);
	const names = Object.fromEntries(
		Object.entries(carrier.entry.names).map(([key, name]) => [key, `${name} ${word(copy)}`]),
	);
	const aliases = carrier.entry.aliases.map((alias) => `${alias} ${word(copy)}`);
	const procedures = new Map(
		[...carrier.procedures].map(([name, one]) => [name, { ...one, file: one.file.replace(carrier.id, id) }]),
	);
	return { id, file, entry: { ...carrier.entry, names, aliases }, procedures };
}

function idOf(id, copy) {
	return `${id}-${copy}`;
}

/** A word for each number, since names are words: 1 is bababab. */
function word(number) {
	return [1, 10, 100, 1000].map((place) => 'bcdfgklmpt'[Math.floor(number / place) % 10]).join('a');
}
