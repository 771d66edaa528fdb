import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toHouseStyle } from './house-style.ts';

/**
 * Writes an entry where no file is yet.
 * @returns whether it was written; false if somebody else wrote the file while the questions were asked
 */
export function writeNew(folder: string, file: string, entry: object): boolean {
	const path = join(folder, file);
	mkdirSync(dirname(path), { recursive: true });
	try {
		writeFileSync(path, toHouseStyle(entry), { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
			return false;
		}
		throw error;
	}
}
