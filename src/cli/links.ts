import type { Knowledge } from '../catalogue/load.ts';
import type { Outcome } from './knowledge.ts';
import { collectLinks, type TappableLink } from './links/collect.ts';
import { judge } from './links/judge.ts';
import { type Finding, type Network, probe } from './links/probe.ts';
import { type Progress, SILENT } from './links/progress.ts';
import { createLock } from './links/turns.ts';

export type LinkCheck = Network & { progress: Progress };

/** The real world, and a pace that no server takes amiss. */
export const LINK_CHECK: LinkCheck = { fetch, timeLimitMs: 15_000, pauseMs: 500, progress: SILENT };

type Checked = { link: TappableLink; finding: Finding };

/** Asks every page behind a button whether it is still there. */
export async function checkLinks(knowledge: Knowledge, check: LinkCheck): Promise<Outcome> {
	const checked = await probeAll(collectLinks(knowledge), check);
	const failure = commonFailure(checked);
	if (failure !== undefined) {
		const errors = `No link could be checked, because every request failed (${failure}): is this machine offline?\n`;
		return { output: '', errors, code: 2 };
	}
	const bad = checked.flatMap(describe);
	const total = `${checked.length} ${checked.length === 1 ? 'link' : 'links'}, ${bad.length} bad`;
	return { output: `${[...bad, total].join('\n')}\n`, errors: '', code: bad.length > 0 ? 1 : 0 };
}

async function probeAll(links: readonly TappableLink[], { progress, ...network }: LinkCheck): Promise<Checked[]> {
	const takeTurn = createLock(network.pauseMs);
	progress.start(links.length);
	try {
		return await Promise.all(
			links.map(async (link) => {
				const finding = await takeTurn(new URL(link.url).host, () => probe(link.url, network));
				progress.step();
				return { link, finding };
			}),
		);
	} finally {
		progress.stop();
	}
}

/** What went wrong with all of them alike: then it is not the links that are bad. */
function commonFailure(checked: readonly Checked[]): string | undefined {
	const failures = new Set(checked.map(({ finding }) => ('failure' in finding ? finding.failure : undefined)));
	return failures.size === 1 ? [...failures][0] : undefined;
}

function describe({ link, finding }: Checked): string[] {
	const verdict = judge(link, finding);
	return verdict ? [`${link.url}: ${verdict.wrong}. Used in ${link.files.join(', ')}. ${verdict.remedy}`] : [];
}
