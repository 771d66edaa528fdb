import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { KnowledgeError, type Problem } from './problem.ts';
import { readEntry } from './read-file.ts';
import {
	type CarrierEntry,
	type Category,
	type Channel,
	carrierSchema,
	categoriesSchema,
	channelsSchema,
	type ProcedureEntry,
	procedureSchema,
} from './schema.ts';
import { isOneOf, PROCEDURES, type ProcedureId } from './vocabulary.ts';

/** A procedure of a carrier, and the place where a maintainer finds it. */
export type ProcedureFile = { file: string; place: string; entry: ProcedureEntry };

export type CarrierFolder = {
	id: string;
	file: string;
	entry: CarrierEntry;
	procedures: ReadonlyMap<ProcedureId, ProcedureFile>;
};

/** All knowledge files as they were read; the catalogue is built from it, the lint rules read it. */
export type Knowledge = {
	categories: readonly Category[];
	carriers: readonly CarrierFolder[];
	/** What any phone can do, for carriers without a way of their own. */
	device: ReadonlyMap<ProcedureId, ProcedureFile>;
	/** Where and with what one can pay. */
	channels: readonly Channel[];
};

export const CHANNELS_FILE = 'channels.yaml';

/** These two are written in carrier.yaml, so no file may bear their name. */
const IN_CARRIER_FILE: readonly ProcedureId[] = ['contact-support', 'identify-carrier'];

/**
 * Reads the whole knowledge folder.
 * @param folder path of knowledge/
 * @throws KnowledgeError with every problem of every file
 */
export function loadKnowledge(folder: string): Knowledge {
	const problems: Problem[] = [];
	const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => {
		const result = readEntry(join(folder, file), file, schema);
		problems.push(...result.problems);
		return result.entry;
	};
	const categories = read('categories.yaml', categoriesSchema) ?? [];
	const channels = existsSync(join(folder, CHANNELS_FILE)) ? (read(CHANNELS_FILE, channelsSchema) ?? []) : [];
	const device = existsSync(join(folder, 'device'))
		? readProcedures({ folder, inside: 'device', read, problems })
		: new Map();
	const carriers = listFolders(join(folder, 'carriers'), problems).flatMap((id) => {
		const file = `carriers/${id}/carrier.yaml`;
		const entry = read(file, carrierSchema);
		const procedures = readProcedures({ folder, inside: `carriers/${id}`, read, problems });
		return entry ? [{ id, file, entry, procedures: withCarrierFile(file, entry, procedures) }] : [];
	});
	if (problems.length > 0) {
		throw new KnowledgeError(problems);
	}
	return { categories, carriers, device, channels };
}

function listFolders(path: string, problems: Problem[]): string[] {
	if (!existsSync(path)) {
		const remedy = 'Start from the project folder, or restore the folder from the repository.';
		problems.push({ file: 'carriers', place: '', wrong: 'the folder is missing', value: path, remedy });
		return [];
	}
	return readdirSync(path, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort();
}

type Procedures = Map<ProcedureId, ProcedureFile>;
type Reader = <T>(file: string, schema: z.ZodType<T>) => T | undefined;

type Reading = { folder: string; inside: string; read: Reader; problems: Problem[] };

function readProcedures({ folder, inside, read, problems }: Reading): Procedures {
	const procedures: Procedures = new Map();
	for (const name of readdirSync(join(folder, inside)).sort()) {
		const file = `${inside}/${name}`;
		const id = basename(name, '.yaml');
		if (name === 'carrier.yaml') {
			continue;
		}
		if (!name.endsWith('.yaml') || !isOneOf(PROCEDURES, id) || IN_CARRIER_FILE.includes(id)) {
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
	const names = PROCEDURES.filter((id) => !IN_CARRIER_FILE.includes(id)).map((id) => `${id}.yaml`);
	const remedy = `Name it carrier.yaml or one of ${names.join(', ')}; support and identify stand in carrier.yaml.`;
	return { file, place: '', wrong: 'no procedure has this name', remedy };
}

/** Adds the two procedures that stand in carrier.yaml. */
export function withCarrierFile(file: string, entry: CarrierEntry, procedures: Procedures): Procedures {
	return new Map([
		...procedures,
		['contact-support', { file, place: 'support', entry: entry.support }],
		['identify-carrier', { file, place: 'identify', entry: entry.identify }],
	]);
}
