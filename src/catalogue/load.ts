import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { CHANGED_PAGES_FILE, type ChangedClaim, readChangedPages } from './changed-pages.ts';
import { ANY_CARRIER, type Notices, noticesSchema } from './notices-schema.ts';
import { OPEN_QUESTIONS_FOLDER, type OpenQuestions, readOpenQuestions } from './open-questions.ts';
import { KnowledgeError, type Problem } from './problem.ts';
import { findUnknownFiles, listFolder, type Read, readEntry } from './read-file.ts';
import { createExpand } from './same-as.ts';
import {
	type CarrierEntry,
	type Category,
	carrierSchema,
	categoriesSchema,
	type GuideEntry,
	guideSchema,
	type ProcedureEntry,
	procedureSchema,
} from './schema.ts';
import { createTranslator, readTranslations, TRANSLATIONS_FOLDER, type TranslationFile } from './translations.ts';
import { IN_CARRIER_FILE, isOneOf, PROCEDURES, type ProcedureId } from './vocabulary.ts';
import { loadWords, type Words } from './words.ts';

/** A procedure, and where a maintainer finds it: `place` is empty if it has a file of its own. */
export type ProcedureFile = { file: string; place: string; entry: ProcedureEntry };

export type CarrierFolder = {
	id: string;
	file: string;
	entry: CarrierEntry;
	procedures: ReadonlyMap<ProcedureId, ProcedureFile>;
};

export type GuideFile = { id: string; file: string; entry: GuideEntry };

/** What a carrier's messages are like; `id` is the carrier's, or that of any. */
export type NoticesFile = { id: string; file: string; entry: Notices };

/** The carriers and what belongs to them, as read from the files. The catalogue and the rules work on it. */
export type Knowledge = {
	categories: readonly Category[];
	carriers: readonly CarrierFolder[];
	/** Procedures of any phone, for carriers without one of their own. */
	device: ReadonlyMap<ProcedureId, ProcedureFile>;
	/** What belongs to no carrier. */
	guides: readonly GuideFile[];
	notices: readonly NoticesFile[];
	/** What its pages do not bear out any more, until somebody settles it. */
	changed: readonly ChangedClaim[];
	/** The languages that do not stand beside the English. Every text has them already. */
	translations: readonly TranslationFile[];
};

/** The names of everything in knowledge/ that is read. */
const NAMES = [
	'README.md',
	'carriers',
	'categories.yaml',
	'device',
	'guides',
	'notices',
	OPEN_QUESTIONS_FOLDER,
	CHANGED_PAGES_FILE,
	TRANSLATIONS_FOLDER,
	'words',
];

/** Everything in the knowledge folder. */
export type AllKnowledge = Knowledge & { words: Words; openQuestions: OpenQuestions };

/** What could be read of the knowledge folder, and all that is wrong in it. */
type Loaded = Partial<Pick<AllKnowledge, 'words' | 'openQuestions'>> & {
	knowledge?: Knowledge;
	problems: readonly Problem[];
};

/**
 * Reads the whole knowledge folder.
 * @param folder path of knowledge/
 * @throws KnowledgeError with every problem of every file
 */
export function loadKnowledge(folder: string): AllKnowledge {
	const { knowledge, words, openQuestions, problems } = readKnowledgeFolder(folder);
	if (problems.length > 0 || !knowledge || !words || !openQuestions) {
		throw new KnowledgeError(problems);
	}
	return { ...knowledge, words, openQuestions };
}

/**
 * Reads the whole knowledge folder as far as that is possible, so that a mistake in one file hides none in another.
 * @param folder path of knowledge/
 */
export function readKnowledgeFolder(folder: string): Loaded {
	const carriers = listCarriers(folder);
	const catalogue = readCatalogue(folder, carriers.entry);
	const words = attempt(() => loadWords(folder));
	const openQuestions = readOpenQuestions(folder, carriers.entry);
	const unknown = existsSync(folder) ? findUnknownFiles(folder, '', NAMES) : [];
	return {
		...(catalogue.entry && { knowledge: catalogue.entry }),
		...(words.entry && { words: words.entry }),
		...(openQuestions.entry && { openQuestions: openQuestions.entry }),
		problems: [carriers, catalogue, words, openQuestions, { problems: unknown }].flatMap(({ problems }) => problems),
	};
}

function attempt<T>(load: () => T): Read<T> {
	try {
		return { entry: load(), problems: [] };
	} catch (error) {
		if (error instanceof KnowledgeError) {
			return { problems: [...error.problems] };
		}
		throw error;
	}
}

function readCatalogue(folder: string, ids: readonly string[]): Read<Knowledge> {
	const { entry: translations = [], problems } = readTranslations(folder);
	const translate = createTranslator(translations);
	const expand = createExpand(folder);
	const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => {
		const { entry, problems: found, from = [] } = readEntry(join(folder, file), file, schema, expand);
		problems.push(...found);
		return translate([file, ...from], entry);
	};
	const categories = read('categories.yaml', categoriesSchema) ?? [];
	const guides = existsSync(join(folder, 'guides')) ? readGuides(folder, read, problems) : [];
	const notices = existsSync(join(folder, 'notices')) ? readNotices(folder, ids, { read, problems }) : [];
	const device = existsSync(join(folder, 'device'))
		? readProcedures({ folder, inside: 'device', read, problems })
		: new Map();
	const carriers = ids.flatMap((id) => {
		const file = `carriers/${id}/carrier.yaml`;
		const entry = read(file, carrierSchema);
		const procedures = readProcedures({ folder, inside: `carriers/${id}`, read, problems });
		return entry ? [{ id, file, entry, procedures: withCarrierFile(file, entry, procedures) }] : [];
	});
	const { entry: changed = [], problems: unreadable } = readChangedPages(folder);
	problems.push(...unreadable);
	return problems.length > 0
		? { problems }
		: { entry: { categories, carriers, device, guides, notices, changed, translations }, problems };
}

/** Callback data and deep links hold the name of a guide. */
const GUIDE_FILE = /^[a-z-]{1,24}\.yaml$/;

function readGuides(folder: string, read: ReadFile, problems: Problem[]): GuideFile[] {
	const { names, problems: found } = listFolder(folder, 'guides');
	problems.push(...found);
	return names.flatMap((name) => {
		const file = `guides/${name}`;
		if (!GUIDE_FILE.test(name)) {
			const remedy = 'Name it with up to 24 lower-case letters and hyphens, and .yaml.';
			problems.push({ file, place: '', wrong: 'no name for a guide', remedy });
			return [];
		}
		const entry = read(file, guideSchema);
		return entry ? [{ id: basename(name, '.yaml'), file, entry }] : [];
	});
}

function readNotices(folder: string, ids: readonly string[], { read, problems }: Reader): NoticesFile[] {
	const { names, problems: found } = listFolder(folder, 'notices');
	problems.push(...found);
	return names.flatMap((name) => {
		const [file, id] = [`notices/${name}`, basename(name, '.yaml')];
		if (!name.endsWith('.yaml') || ![...ids, ANY_CARRIER].includes(id)) {
			const remedy = `Name it after a folder in carriers/, or ${ANY_CARRIER}.yaml.`;
			problems.push({ file, place: '', wrong: 'no carrier has this name', remedy });
			return [];
		}
		const entry = read(file, noticesSchema);
		return entry ? [{ id, file, entry }] : [];
	});
}

/** The folders of carriers. A file beside them belongs to no carrier. */
function listCarriers(folder: string): { entry: string[]; problems: Problem[] } {
	const path = join(folder, 'carriers');
	if (!existsSync(path)) {
		const remedy = 'Start from the project folder, or restore the folder from the repository.';
		const problem = { file: 'carriers', place: '', wrong: 'the folder is missing', value: path, remedy };
		return { entry: [], problems: [problem] };
	}
	const { names, problems } = listFolder(folder, 'carriers');
	const isFolder = (name: string): boolean =>
		statSync(join(path, name), { throwIfNoEntry: false })?.isDirectory() === true;
	const remedy = 'Move it into the folder of its carrier, or remove it.';
	const strays = names
		.filter((name) => !isFolder(name))
		.map((name) => ({ file: `carriers/${name}`, place: '', wrong: 'belongs to no carrier', remedy }));
	return { entry: names.filter(isFolder), problems: [...problems, ...strays] };
}

type Procedures = Map<ProcedureId, ProcedureFile>;
type Reader = { read: ReadFile; problems: Problem[] };
type ReadFile = <T>(file: string, schema: z.ZodType<T>) => T | undefined;

type ProcedureFolder = { folder: string; inside: string; read: ReadFile; problems: Problem[] };

function readProcedures({ folder, inside, read, problems }: ProcedureFolder): Procedures {
	const procedures: Procedures = new Map();
	const listed = listFolder(folder, inside);
	problems.push(...listed.problems);
	for (const name of listed.names) {
		const file = `${inside}/${name}`;
		const id = basename(name, '.yaml');
		if (name === 'carrier.yaml' && inside !== 'device') {
			continue;
		}
		if (!name.endsWith('.yaml') || !isOneOf(PROCEDURES, id) || isOneOf(IN_CARRIER_FILE, id)) {
			problems.push(unknownProcedure(file));
			continue;
		}
		const entry = read(file, procedureSchema);
		if (entry) {
			procedures.set(id, { file, place: '', entry });
		}
	}
	return procedures;
}

function unknownProcedure(file: string): Problem {
	const names = PROCEDURES.filter((id) => !isOneOf(IN_CARRIER_FILE, id)).map((id) => `${id}.yaml`);
	const remedy = `Name it carrier.yaml or one of ${names.join(', ')}; support and identify stand in carrier.yaml.`;
	return { file, place: '', wrong: 'no procedure has this name', remedy };
}

/** Adds the two procedures of carrier.yaml. */
export function withCarrierFile(file: string, entry: CarrierEntry, procedures: Procedures): Procedures {
	return new Map([
		...procedures,
		['contact-support', { file, place: 'support', entry: entry.support }],
		['identify-carrier', { file, place: 'identify', entry: entry.identify }],
	]);
}
