import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { type Problem, placeInText } from './problem.ts';
import type { Read } from './read-file.ts';

/** Several times the largest file that people have written; what is longer came there by mistake. */
const MAX_BYTES = 1024 * 1024;

/** Characters that no editor shows. Only line breaks and tabs are written on purpose. */
const CONTROL = /(?![\t\n\r])\p{Cc}/u;
/** Stands for each byte that is no text. */
const REPLACEMENT = '\uFFFD';

/**
 * Reads a file that must be text.
 * @param path where the file lies
 * @param file how it is named in problems
 * @returns the text, or what is wrong with the file
 */
export function readText(path: string, file: string): Read<string> {
	const told = (wrong: string, remedy: string, place = ''): Read<string> => ({
		problems: [{ file, place, wrong, remedy }],
	});
	let bytes: Buffer;
	try {
		const stats = statSync(path);
		if (!stats.isFile()) {
			return told('is no file', 'Remove it, or put the file there.');
		}
		if (stats.size > MAX_BYTES) {
			return told(`has ${stats.size} bytes, more than ${MAX_BYTES}`, 'Remove what does not belong in it.');
		}
		bytes = readFileSync(path);
	} catch (error) {
		return { problems: [unreadable(file, error)] };
	}
	const text = bytes.toString('utf8');
	const at = isUtf8(bytes) ? text.search(CONTROL) : text.indexOf(REPLACEMENT);
	return at === -1
		? { entry: text, problems: [] }
		: told(
				'is no plain text',
				'Save it as text in UTF-8, and remove characters that cannot be seen.',
				placeInText(text, at),
			);
}

/** What the system says of a file or folder that cannot be read. */
export function unreadable(file: string, error: unknown): Problem {
	const wrong = `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`;
	return { file, place: '', wrong, remedy: 'Check that it is there and readable.' };
}
