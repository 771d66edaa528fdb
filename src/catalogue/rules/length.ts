import type { Problem } from '../problem.ts';
import type { ProcedureEntry } from '../schema.ts';
import { type PlacedProcedure, placeIn, proceduresOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** In characters of English, the longest of the languages. A Telegram message holds 4,096, headings and footer included. */
export const MAX_LENGTHS = { answer: 3_000, gist: 160 };

/** Finds answers that do not fit into one message, and gists that are too long for one look. */
export function createLengthRule({ answer, gist } = MAX_LENGTHS): Rule {
	return {
		name: 'length',
		description: 'An answer fits into one message, and its gist into a few lines of a phone.',
		check: (knowledge) =>
			proceduresOf(knowledge).flatMap((one) => [
				...tooLong(one, 'gist', one.procedure.entry.gist.en.length, gist),
				...tooLong(one, '', lengthOf(one.procedure.entry), answer),
			]),
	};
}

function tooLong({ procedure }: PlacedProcedure, field: string, length: number, limit: number): Problem[] {
	return length <= limit
		? []
		: [
				{
					file: procedure.file,
					place: field === '' ? procedure.place : placeIn(procedure, field),
					wrong: `too long in English: more than ${limit} characters`,
					value: String(length),
					remedy: field === '' ? 'Shorten the steps, traps and myths, or leave out the least of them.' : 'Shorten it.',
				},
			];
}

function lengthOf({ gist, traps, methods, myths }: ProcedureEntry): number {
	const texts = [
		gist,
		...traps,
		...methods.flatMap(({ steps }) => steps),
		...myths.flatMap(({ claim, truth }) => [claim, truth]),
	];
	return texts.reduce((sum, { en }) => sum + en.length, 0);
}
