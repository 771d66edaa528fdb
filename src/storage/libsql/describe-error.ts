import { StoreError } from '../store-error.ts';
import { FILE_NAME } from './file-name.ts';

/** What helps, by the beginning of SQLite's code: https://www.sqlite.org/rescode.html */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
	[/^SQLITE_FULL/, 'make room on the disk'],
	[/^SQLITE_(BUSY|LOCKED)/, 'let only one bot use this folder'],
	[/^SQLITE_(CORRUPT|NOTADB)/, 'start the bot again, which checks the file and sets it aside if it is damaged'],
	[/^SQLITE_(READONLY|PERM|CANTOPEN|IOERR)/, 'look whether the disk is sound, and this user may write there'],
];

/** What went wrong while the store was in use, as a sentence for the operator. */
export function describeError(error: unknown, folder: string): StoreError {
	const { code = '', message } = error as NodeJS.ErrnoException;
	const remedy = REMEDIES.find(([pattern]) => pattern.test(code))?.[1] ?? 'look at the cause, and start the bot again';
	const reason = code ? `${code}: ${message}` : message;
	return new StoreError(`DATA_DIR is "${folder}", where ${FILE_NAME} failed (${reason}): ${remedy}.`, { cause: error });
}
