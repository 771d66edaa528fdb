import { join } from 'node:path';
import { z } from 'zod';
import type { CarrierFolder, Knowledge } from './load.ts';
import { KnowledgeError, type Problem } from './problem.ts';
import { readEntry } from './read-file.ts';
import { PROCEDURES } from './vocabulary.ts';

export const OPEN_QUESTIONS_FILE = 'open-questions.yaml';

const url = z.url({ protocol: /^https?$/ });
/** Support and identification stand in carrier.yaml, so they are no files. */
const file = z.enum(['carrier', ...PROCEDURES]).exclude(['contact-support', 'identify-carrier']);
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

/**
 * Reads what is still to be found out, by carrier, in the order of the file.
 * @param folder path of knowledge/
 * @throws KnowledgeError with all that is wrong in the file
 */
export function loadOpenQuestions(folder: string, { carriers }: Knowledge): [CarrierFolder, OpenQuestion[]][] {
	const { entry = {}, problems } = readEntry(join(folder, OPEN_QUESTIONS_FILE), OPEN_QUESTIONS_FILE, questionsSchema);
	const byId = new Map(carriers.map((carrier) => [carrier.id, carrier]));
	const strangers = Object.keys(entry).filter((id) => !byId.has(id));
	const all = [...problems, ...strangers.map(unknownCarrier)];
	if (all.length > 0) {
		throw new KnowledgeError(all);
	}
	return Object.entries(entry).flatMap(([id, questions]): [CarrierFolder, OpenQuestion[]][] => {
		const carrier = byId.get(id);
		return carrier ? [[carrier, questions]] : [];
	});
}

function unknownCarrier(id: string): Problem {
	const remedy = 'Write the name of a folder in knowledge/carriers.';
	return { file: OPEN_QUESTIONS_FILE, place: id, wrong: 'no carrier has this id', value: id, remedy };
}
