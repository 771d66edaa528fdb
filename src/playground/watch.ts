import { watch } from 'node:fs';

/** Editors write a file in several steps. */
const SETTLED_MS = 150;

/** Calls back when files of a folder were edited, once they have settled. @returns what ends it */
export function watchFolder(folder: string, onEdit: () => void): () => void {
	let timer: NodeJS.Timeout | undefined;
	const watcher = watch(folder, { recursive: true }, () => {
		clearTimeout(timer);
		timer = setTimeout(onEdit, SETTLED_MS);
	});
	return () => {
		clearTimeout(timer);
		watcher.close();
	};
}
