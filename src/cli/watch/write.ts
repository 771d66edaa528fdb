import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { CHANGED_PAGES_FILE, type ChangedClaim } from '../../catalogue/changed-pages.ts';
import { type Claim, keyOf } from './claims.ts';
import type { Judged } from './report.ts';
import { raiseSources } from './write-sources.ts';

type Written = {
	folder: string;
	prefix: string;
	today: string;
	/** Whether the pages themselves were read, and not copies on another server. */
	isLive: boolean;
};

/**
 * Writes what was found: the sources whose claims all hold were read today, and watch.yaml lists what is gone.
 * @returns the files that have changed
 */
export function writeFindings(judged: readonly Judged[], before: readonly ChangedClaim[], written: Written): string[] {
	return [...writeSources(judged, written), ...writeChanged(changedAfter(judged, before, written), before, written)];
}

function writeSources(judged: readonly Judged[], { folder, today, isLive }: Written): string[] {
	const files = new Set(judged.map(({ claim }) => claim.file));
	return [...files].filter((file) => {
		const keys = goodSources(judged.filter(({ claim }) => claim.file === file));
		const path = join(folder, file);
		const text = readFileSync(path, 'utf8');
		const raised = keys.size > 0 ? raiseSources(text, keys, { checked: today, read: isLive ? 'live' : 'copy' }) : text;
		if (raised !== text) {
			writeFileSync(path, raised);
		}
		return raised !== text;
	});
}

/** The sources of a file that say what they said, and whose pages lack no label of a step. */
function goodSources(judged: readonly Judged[]): Set<string> {
	const lacking = new Set(
		judged.filter(({ claim, result }) => !claim.isSource && result === 'gone').flatMap(({ claim }) => claim.urls),
	);
	const good = judged.filter(
		({ claim, result }) => claim.isSource && result === 'holds' && !lacking.has(pageOf(claim)),
	);
	return new Set(good.map(({ claim }) => keyOf({ url: pageOf(claim), says: claim.text })));
}

function pageOf({ urls }: Claim): string {
	return urls[0] ?? '';
}

/** What waits to be settled after this run. A page that could not be read settles nothing. */
export function changedAfter(
	judged: readonly Judged[],
	before: readonly ChangedClaim[],
	{ prefix, today }: Pick<Written, 'prefix' | 'today'>,
): ChangedClaim[] {
	const kept = before.filter((old) => {
		const now = judged.find(({ claim }) => isAbout(old, claim));
		return now ? now.result !== 'holds' && now.result !== 'gone' : !old.file.startsWith(prefix);
	});
	const gone = judged.flatMap(({ claim, result, missing = [], nearest }): ChangedClaim[] => {
		const since = before.find((old) => isAbout(old, claim))?.since ?? today;
		const { file, text } = claim;
		return result === 'gone'
			? [{ file, url: pageOf(claim), claim: text, missing: [...missing], ...(nearest && { nearest }), since }]
			: [];
	});
	return [...kept, ...gone].sort((a, b) => a.file.localeCompare(b.file));
}

function isAbout(changed: ChangedClaim, claim: Claim): boolean {
	return changed.file === claim.file && changed.url === pageOf(claim) && changed.claim === claim.text;
}

const HEAD =
	'# What sources do not say any more. Written by `npm run --silent knowledge -- watch --write`; docs/knowledge.md tells how\n' +
	'# to settle an entry. Until then the answer asks people to check the page.\n';

function writeChanged(
	changed: readonly ChangedClaim[],
	before: readonly ChangedClaim[],
	{ folder }: Written,
): string[] {
	const path = join(folder, CHANGED_PAGES_FILE);
	if (JSON.stringify(changed) === JSON.stringify(before)) {
		return [];
	}
	if (changed.length === 0) {
		rmSync(path, { force: true });
	} else {
		writeFileSync(path, HEAD + stringify(changed, { lineWidth: 0 }));
	}
	return [CHANGED_PAGES_FILE];
}
