import { isOnDomain } from '../../catalogue/rules/links.ts';
import type { TappableLink } from './collect.ts';
import type { Finding } from './probe.ts';

/** What is wrong with a link, and what a maintainer does about it. */
export type Verdict = { wrong: string; remedy: string };

/** Tells whether people who tap this link arrive at a page of the carrier; undefined if they do. */
export function judge({ domains }: TappableLink, finding: Finding): Verdict | undefined {
	if ('failure' in finding) {
		const remedy = 'Try again later; if it stays so, find the page that took its place, or remove the link.';
		return { wrong: finding.failure, remedy };
	}
	const { status, finalUrl } = finding;
	if (!isOnDomain(finalUrl, domains)) {
		const remedy = "If that host is the carrier's own, add it to officialDomains; if not, link elsewhere.";
		return { wrong: `redirects to ${finalUrl}, outside the official domains`, remedy };
	}
	return status >= 200 && status < 300 ? undefined : { wrong: `answers ${status}`, remedy: remedyFor(status) };
}

function remedyFor(status: number): string {
	return status === 404 || status === 410
		? 'Find the page that took its place, or remove the link.'
		: 'Open it in a browser: if it works there, the site only refuses programs; if not, find another page.';
}
