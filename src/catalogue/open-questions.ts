import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Problem } from './problem.ts';
import { listFolder, type Read, readEntry } from './read-file.ts';
import { IN_CARRIER_FILE, PROCEDURES } from './vocabulary.ts';

export const OPEN_QUESTIONS_FOLDER = 'open-questions';

const url = z.url({ protocol: /^https?$/ });
const file = z.enum(['carrier', ...PROCEDURES]).exclude(IN_CARRIER_FILE);
const questionSchema = z.strictObject({
	ask: z.string().trim().min(1).max(300),
	/** The pages to open first. Left out = the carrier's own site. */
	open: z.array(url).min(1).optional(),
	/** The carrier's files in which the answer goes, the likeliest first. */
	files: z.array(file).min(1),
});
const questionsSchema = z.array(questionSchema).min(1);

/** What no source has answered yet. */
export type OpenQuestion = z.infer<typeof questionSchema>;

/** The questions by the id of their carrier. */
export type OpenQuestions = ReadonlyMap<string, readonly OpenQuestion[]>;

/**
 * Reads what is still to be found out: a file for each carrier of which something is. There need not be such a folder.
 * @param folder path of knowledge/
 * @param carriers the ids of all carriers
 * @returns the questions, or all that is wrong with the files
 */
export function readOpenQuestions(folder: string, carriers: readonly string[]): Read<OpenQuestions> {
	if (!existsSync(join(folder, OPEN_QUESTIONS_FOLDER))) {
		return { entry: new Map(), problems: [] };
	}
	const { names, problems } = listFolder(folder, OPEN_QUESTIONS_FOLDER);
	const questions = new Map<string, readonly OpenQuestion[]>();
	for (const name of names) {
		const [file, id] = [`${OPEN_QUESTIONS_FOLDER}/${name}`, basename(name, '.yaml')];
		if (!name.endsWith('.yaml') || !carriers.includes(id)) {
			problems.push(unknownCarrier(file, id));
			continue;
		}
		const read = readEntry(join(folder, file), file, questionsSchema);
		problems.push(...read.problems);
		questions.set(id, read.entry ?? []);
	}
	return { entry: questions, problems };
}

function unknownCarrier(file: string, value: string): Problem {
	const remedy = 'Name it after a folder in knowledge/carriers.';
	return { file, place: '', wrong: 'no carrier has this id', value, remedy };
}
