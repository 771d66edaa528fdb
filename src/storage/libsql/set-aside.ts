import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { BESIDE, FILE_NAME } from './file-name.ts';

/**
 * Renames a damaged database file, with what SQLite laid beside it, so that nothing of it is lost and the next start
 * makes a new one.
 * @param day as 2026-11-20, for the new name
 * @returns the new path
 */
export function setAside(folder: string, day: string): string {
	const file = join(folder, FILE_NAME);
	const aside = freeName(`${file}.broken-${day}`);
	// The file itself last: killed in between, the next start finds it damaged once more.
	for (const end of [...BESIDE, '']) {
		if (existsSync(file + end)) {
			renameSync(file + end, aside + end);
		}
	}
	return aside;
}

function freeName(name: string, number = 1): string {
	const numbered = number === 1 ? name : `${name}-${number}`;
	return ['', ...BESIDE].some((end) => existsSync(numbered + end)) ? freeName(name, number + 1) : numbered;
}
