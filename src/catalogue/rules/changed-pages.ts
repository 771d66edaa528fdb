import { CHANGED_PAGES_FILE, type ChangedClaim, isClaimOf } from '../changed-pages.ts';
import type { Knowledge } from '../load.ts';
import { formatPlace, type Problem } from '../problem.ts';
import { entriesByFile, type FileEntry } from '../walk.ts';
import type { Rule } from './rule.ts';

/** Finds entries of watch.yaml that somebody has settled, so that no answer warns for longer than it must. */
export function createChangedPagesRule(): Rule {
	return {
		name: 'changed-pages',
		description: 'Each entry of watch.yaml names a file, a source in it and what that still says.',
		check: (knowledge: Knowledge) => {
			const files = new Map(entriesByFile(knowledge).map((one) => [one.file, one]));
			return knowledge.changed.flatMap((one, index) => wrongEntry(one, index, files.get(one.file)));
		},
	};
}

function wrongEntry(one: ChangedClaim, index: number, file: FileEntry | undefined): Problem[] {
	const remedy = 'Take the entry out: what it was about is settled.';
	if (!file) {
		const place = formatPlace([index, 'file']);
		return [{ file: CHANGED_PAGES_FILE, place, wrong: 'no such file', value: one.file, remedy }];
	}
	const place = formatPlace([index, 'claim']);
	const wrong = `${one.file} has no source ${one.url} that says so any more`;
	return isClaimOf(file.entry, one) ? [] : [{ file: CHANGED_PAGES_FILE, place, wrong, value: one.claim, remedy }];
}
