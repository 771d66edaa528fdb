import { type Knowledge, loadKnowledge } from '../../catalogue/load.ts';
import { isOnDomain } from '../../catalogue/rules/links.ts';
import { OFFICIAL_BODIES } from '../../catalogue/rules/sources.ts';
import type { CommandOutcome } from '../program.ts';
import { type Claim, collectClaims } from './claims.ts';
import { judge } from './judge.ts';
import { readAll } from './read/read-all.ts';
import type { Reading } from './read/read-page.ts';
import { createRobots } from './read/robots.ts';
import { drawIssues, isChanged, type Judged, listClaims } from './report.ts';
import type { Watching } from './watching.ts';
import { writeFindings } from './write.ts';

export type WatchOptions = {
	folder: string;
	/** Only the sources of files that begin so are read. */
	prefix: string;
	today: string;
	/** Another server that has the pages, in the place of their own. */
	through?: URL | undefined;
	write: boolean;
	json: boolean;
};

/** Reads the sources again, and tells claim by claim what has changed. */
export async function watch(options: WatchOptions, watching: Watching): Promise<CommandOutcome> {
	const knowledge = loadKnowledge(options.folder);
	const claims = collectClaims(knowledge, options.prefix);
	if (claims.length === 0) {
		const errors = `No knowledge file with a source begins with ${JSON.stringify(options.prefix)}.\n`;
		return { output: '', errors, code: 1 };
	}
	const readings = await readSources(claims, knowledge, options.through, watching);
	const failure = networkFailure([...readings.values()]);
	if (failure !== undefined) {
		const where = options.through ? `does ${options.through.href} answer` : 'is this machine offline';
		return { output: '', errors: `No source could be read (${failure}): ${where}?\n`, code: 2 };
	}
	const judged = claims.map((claim): Judged => {
		return {
			claim,
			...judge(
				claim,
				claim.urls.flatMap((url) => readings.get(url) ?? []),
			),
		};
	});
	const { folder, prefix, today, write, through } = options;
	const written = write
		? writeFindings(judged, knowledge.changed, { folder, prefix, today, isLive: through === undefined })
		: [];
	const output = options.json ? toJson(judged, knowledge, options) : listClaims(judged, written);
	return { output, errors: '', code: judged.some(isChanged) ? 1 : 0 };
}

async function readSources(
	claims: readonly Claim[],
	knowledge: Knowledge,
	through: URL | undefined,
	{ fetch: ask, sleep: wait, timeLimitMs, pauseMs, progress }: Watching,
): Promise<Map<string, Reading>> {
	const network = { fetch: ask, sleep: wait, timeLimitMs };
	const official = [
		...OFFICIAL_BODIES.map(({ domain }) => domain),
		...knowledge.carriers.flatMap(({ entry }) => entry.officialDomains),
	];
	const isOwn = (from: URL, to: URL): boolean => isOnDomain(from.href, official) && isOnDomain(to.href, official);
	const reader = { network, through, askRobots: createRobots(network, through), isOwn };
	return await readAll(new Set(claims.flatMap(({ urls }) => urls)), {
		reader,
		progress,
		pauseMs: through && LOOPBACK.test(through.hostname) ? 0 : pauseMs,
	});
}

/** A server on this machine is nobody's to be polite to. */
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** The failure of the network, where there is nothing else: then it is not the pages that have changed. */
function networkFailure(readings: readonly Reading[]): string | undefined {
	const failures = readings.map((reading) =>
		reading.state === 'refused' && reading.isNetwork ? reading.reason : undefined,
	);
	return failures.every((failure) => failure !== undefined) ? failures[0] : undefined;
}

function toJson(judged: readonly Judged[], knowledge: Knowledge, { today, through }: WatchOptions): string {
	const claims = judged.map(({ claim: { file, place, carrier, text, urls }, ...verdict }) => {
		return { file, place, carrier, urls, claim: text, ...verdict };
	});
	const issues = drawIssues(judged, knowledge);
	return `${JSON.stringify({ today, through: through?.href, claims, issues }, undefined, '\t')}\n`;
}
