import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Problem } from './problem.ts';
import { type Read, readEntry } from './read-file.ts';
import { IN_CARRIER_FILE, PROCEDURES } from './vocabulary.ts';

export const OPEN_QUESTIONS_FILE = 'open-questions.yaml';

const url = z.url({ protocol: /^https?$/ });
const file = z.enum(['carrier', ...PROCEDURES]).exclude(IN_CARRIER_FILE);
const questionSchema = z.strictObject({
	ask: z.string().trim().min(1).max(300),
	/** The pages to open first. Left out = the carrier's own site. */
	open: z.array(url).min(1).optional(),
	/** The carrier's files in which the answer goes, the likeliest first. */
	files: z.array(file).min(1),
});
const questionsSchema = z.record(z.string(), z.array(questionSchema).min(1));

/** What no source has answered yet. */
export type OpenQuestion = z.infer<typeof questionSchema>;

/** The questions by the id of their carrier, in the order of the file. */
export type OpenQuestions = ReadonlyMap<string, readonly OpenQuestion[]>;

/**
 * Reads what is still to be found out. There need not be such a file.
 * @param folder path of knowledge/
 * @param carriers the ids of all carriers
 * @returns the questions, or all that is wrong with the file
 */
export function readOpenQuestions(folder: string, carriers: readonly string[]): Read<OpenQuestions> {
	const path = join(folder, OPEN_QUESTIONS_FILE);
	if (!existsSync(path)) {
		return { entry: new Map(), problems: [] };
	}
	const { entry = {}, problems } = readEntry(path, OPEN_QUESTIONS_FILE, questionsSchema);
	const unknown = Object.keys(entry).filter((id) => !carriers.includes(id));
	return { entry: new Map(Object.entries(entry)), problems: [...problems, ...unknown.map(unknownCarrier)] };
}

function unknownCarrier(id: string): Problem {
	const remedy = 'Write the name of a folder in knowledge/carriers.';
	return { file: OPEN_QUESTIONS_FILE, place: id, wrong: 'no carrier has this id', value: id, remedy };
}
