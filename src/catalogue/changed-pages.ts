import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Read, readEntry } from './read-file.ts';
import type { Source } from './schema.ts';
import { sourcesOf, textsOf } from './walk.ts';

export const CHANGED_PAGES_FILE = 'watch.yaml';

const line = z.string().trim().min(1);

/** A claim that its page does not bear out any more. Written by `knowledge watch --write`. */
const changedSchema = z.strictObject({
	file: line,
	/** The page, which is a source in that file. */
	url: z.url({ protocol: /^https?$/ }),
	/** Word for word: what the source says, or the step in Japanese. */
	claim: line,
	/** What is not on the page any more. */
	missing: z.array(line).min(1),
	/** The sentence of the page that is most likely about the same. */
	nearest: line.optional(),
	/** The day on which that was first seen. */
	since: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'write a day as 2026-12-07'),
});
const changedListSchema = z.array(changedSchema);
export type ChangedClaim = z.infer<typeof changedSchema>;

/**
 * Reads which claims wait for somebody to settle them. There need not be such a file.
 * @param folder path of knowledge/
 */
export function readChangedPages(folder: string): Read<ChangedClaim[]> {
	const path = join(folder, CHANGED_PAGES_FILE);
	return existsSync(path) ? readEntry(path, CHANGED_PAGES_FILE, changedListSchema) : { entry: [], problems: [] };
}

/** Whose page has changed: the carrier's own (or a phone maker's), or another's. */
export type ChangedPage = 'official' | 'other';

/**
 * Makes the look-up for a part of the knowledge that rests on a page which has changed.
 * @returns a function: a procedure, or what works offline, in; whose page has changed out
 */
export function createChangedLookup(changed: readonly ChangedClaim[]): (entry: unknown) => ChangedPage | undefined {
	if (changed.length === 0) {
		return () => undefined;
	}
	return (entry) => {
		const pages = changed.filter((one) => isClaimOf(entry, one)).map(({ url }) => pageOf(entry, url));
		return gravest(pages);
	};
}

/** Of several pages that have changed the carrier's own weighs most; undefined where none has. */
export function gravest(pages: readonly (ChangedPage | undefined)[]): ChangedPage | undefined {
	return pages.includes('official') ? 'official' : pages.find((page) => page !== undefined);
}

/** Whether an entry makes this claim, resting on this page. */
export function isClaimOf(entry: unknown, { url, claim }: Pick<ChangedClaim, 'url' | 'claim'>): boolean {
	const own = sourcesOf(entry).filter(({ source }) => source.url === url);
	return own.some(({ source }) => source.says === claim) || (own.length > 0 && hasText(entry, claim));
}

function hasText(entry: unknown, claim: string): boolean {
	return textsOf(entry).some(({ text }) => text['ja'] === claim || text.en === claim);
}

function pageOf(entry: unknown, url: Source['url']): ChangedPage {
	return sourcesOf(entry).some(({ source }) => source.url === url && source.official) ? 'official' : 'other';
}
