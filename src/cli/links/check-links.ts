import type { Knowledge } from '../../catalogue/load.ts';
import { isOnDomain } from '../../catalogue/rules/links.ts';
import type { CommandOutcome } from '../program.ts';
import { collectLinks, type TappableLink } from './collect.ts';
import { createHostLimit } from './host-limit.ts';
import { type Finding, type Network, probe } from './probe.ts';
import { type Progress, SILENT } from './progress.ts';

export type LinkCheck = Network & {
	/** How long a host is left alone between two requests. */
	pauseMs: number;
	progress: Progress;
};

/** The real world, at a pace that no server minds. */
export const LINK_CHECK: LinkCheck = { fetch, timeLimitMs: 15_000, pauseMs: 500, progress: SILENT };

type Checked = { link: TappableLink; finding: Finding };

/** Requests every page behind a button, and reports those that people cannot use any more. */
export async function checkLinks(knowledge: Knowledge, check: LinkCheck): Promise<CommandOutcome> {
	const checked = await probeAll(collectLinks(knowledge), check);
	const failure = commonFailure(checked);
	if (failure !== undefined) {
		const errors = `No link could be checked, because every request failed (${failure}): is this machine offline?\n`;
		return { output: '', errors, code: 2 };
	}
	const bad = checked.flatMap(evaluate);
	const total = `${checked.length} ${checked.length === 1 ? 'link' : 'links'}, ${bad.length} bad`;
	return { output: `${[...bad, total].join('\n')}\n`, errors: '', code: bad.length > 0 ? 1 : 0 };
}

async function probeAll(
	links: readonly TappableLink[],
	{ progress, pauseMs, ...network }: LinkCheck,
): Promise<Checked[]> {
	const limit = createHostLimit(pauseMs);
	progress.start(links.length);
	try {
		return await Promise.all(
			links.map(async (link) => {
				const finding = await limit(new URL(link.url).host, () => probe(link.url, network));
				progress.step();
				return { link, finding };
			}),
		);
	} finally {
		progress.stop();
	}
}

/** The failure that all requests have in common: then it is not the links that are bad. */
function commonFailure(checked: readonly Checked[]): string | undefined {
	const failures = new Set(checked.map(({ finding }) => ('failure' in finding ? finding.failure : undefined)));
	return failures.size === 1 ? [...failures][0] : undefined;
}

/** A line for a link that does not lead to a page of the carrier; nothing for a good one. */
function evaluate({ link: { url, files, domains }, finding }: Checked): string[] {
	const line = (wrong: string, remedy: string): string[] => [
		`${url}: ${wrong}. Used in ${files.join(', ')}. ${remedy}`,
	];
	if ('failure' in finding) {
		const remedy = 'Try again later; if it stays so, find the page that took its place, or remove the link.';
		return line(finding.failure, remedy);
	}
	const { status, finalUrl } = finding;
	if (!isOnDomain(finalUrl, domains)) {
		const remedy = "If that host is the carrier's own, add it to officialDomains; if not, link elsewhere.";
		return line(`redirects to ${finalUrl}, outside the official domains`, remedy);
	}
	return status >= 200 && status < 300 ? [] : line(`answers ${status}`, remedyFor(status));
}

function remedyFor(status: number): string {
	return status === 404 || status === 410
		? 'Find the page that took its place, or remove the link.'
		: 'Open it in a browser: if it works there, the site only refuses programs; if not, find another page.';
}
