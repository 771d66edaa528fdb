import type { Claim } from './claims.ts';
import { isOnPage } from './find.ts';
import { nearestSentence } from './nearest.ts';
import { type Needle, showNeedle } from './needles.ts';
import type { Reading } from './read/read-page.ts';

export const RESULTS = ['holds', 'gone', 'page moved', 'page gone', 'refused', 'nothing to look for'] as const;

/** What became of a claim. */
export type Verdict = {
	result: (typeof RESULTS)[number];
	/** What is not on the page any more. */
	missing?: readonly string[];
	/** The sentence of the page that is most likely about the same. */
	nearest?: string;
	/** Where the page is now. */
	movedTo?: string;
	/** Why a page could not be read. */
	reason?: string;
};

type Read = Extract<Reading, { state: 'read' }>;

/**
 * Holds a claim against its pages. It holds where each thing that it rests on stands on one of them.
 * @param readings what became of the pages
 */
export function judge(claim: Claim, readings: readonly Reading[]): Verdict {
	if (claim.needles.length === 0) {
		const lost = unread(readings);
		return lost && lost.result !== 'refused' ? lost : { result: 'nothing to look for' };
	}
	const read = readings.filter((reading) => reading.state === 'read');
	const missing = claim.needles.filter((needle) => !read.some(({ page }) => isOnPage(needle, page)));
	if (missing.length === 0) {
		return movedInstead(claim, read) ?? { result: 'holds' };
	}
	return unread(readings) ?? doubtful(claim, read, missing) ?? gone(claim, read, missing);
}

/** Where all that was found stands only behind a redirect, the address has to be corrected. */
function movedInstead({ needles }: Claim, read: readonly Read[]): Verdict | undefined {
	const moved = read.find(
		({ movedTo, page }) => movedTo !== undefined && needles.some((needle) => isOnPage(needle, page)),
	);
	const inPlace = read.filter(({ movedTo }) => movedTo === undefined);
	const allInPlace = needles.every((needle) => inPlace.some(({ page }) => isOnPage(needle, page)));
	return moved?.movedTo === undefined || allInPlace
		? undefined
		: { result: 'page moved', movedTo: moved.movedTo, missing: [] };
}

/** What is missing may stand on a page that could not be read. */
function unread(readings: readonly Reading[]): Verdict | undefined {
	const refused = readings.find((reading) => reading.state === 'refused');
	if (refused) {
		return { result: 'refused', reason: refused.reason };
	}
	const left = readings.find((reading) => reading.state === 'left');
	if (left) {
		return { result: 'page moved', movedTo: left.movedTo };
	}
	const gone = readings.find((reading) => reading.state === 'gone');
	return gone && { result: 'page gone', reason: gone.reason };
}

/** A page with nothing of the claim at all may be another page, or an empty one. */
function doubtful(claim: Claim, read: readonly Read[], missing: readonly Needle[]): Verdict | undefined {
	const hasNothing = missing.length === claim.needles.length;
	const moved = read.find(({ movedTo }) => movedTo !== undefined);
	if (moved?.movedTo !== undefined) {
		return { result: 'page moved', movedTo: moved.movedTo, missing: missing.map(showNeedle) };
	}
	if (!hasNothing || read.some(({ page }) => nearestSentence(claim, missing, page) !== undefined)) {
		return undefined;
	}
	const doubts = read.map(({ doubt }) => doubt);
	if (doubts.includes('scripts')) {
		return { result: 'refused', reason: 'its text is drawn by scripts' };
	}
	if (doubts.includes('barrier')) {
		return { result: 'refused', reason: 'shows programs another page' };
	}
	return doubts.includes('not-found') ? { result: 'page gone', reason: 'says that it is not there' } : undefined;
}

function gone(claim: Claim, read: readonly Read[], missing: readonly Needle[]): Verdict {
	const nearest = read
		.map(({ page }) => nearestSentence(claim, missing, page))
		.find((sentence) => sentence !== undefined);
	return { result: 'gone', missing: missing.map(showNeedle), ...(nearest && { nearest }) };
}
