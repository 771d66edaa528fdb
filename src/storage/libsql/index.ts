import type { Store } from '../store.ts';
import { createDeletions } from './deletions.ts';
import { createMisses } from './misses.ts';
import { openDatabase } from './open.ts';
import { createSettings } from './settings.ts';

/**
 * Opens the embedded store: one file, no server.
 * @param folder where the file lies; made if it is missing
 * @throws StoreError when the folder or the file cannot be written
 */
export function openLibsqlStore(folder: string): Store {
	const database = openDatabase(folder);
	return {
		...createSettings(database),
		...createDeletions(database),
		...createMisses(database),
		close: async () => {
			database.close();
		},
	};
}
