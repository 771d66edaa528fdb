import type { Knowledge } from '../load.ts';
import type { Problem } from '../problem.ts';
import { placeIn, proceduresOf } from '../walk.ts';
import type { Rule } from './rule.ts';

/** Help pages of phone makers and the two app stores, which every carrier may link to. */
export const SHARED_DOMAINS: readonly string[] = [
	'support.apple.com',
	'support.google.com',
	'samsung.com',
	'apps.apple.com',
	'play.google.com',
];

/** Authorities and services that are no carriers, to which guides may link. */
export const GUIDE_DOMAINS: readonly string[] = ['go.jp', 'line.me', 'antiphishing.jp'];

/** Finds links that lead to somebody else than the carrier. */
export function createLinksRule(sharedDomains: readonly string[] = SHARED_DOMAINS): Rule {
	return {
		name: 'links',
		description: "Every link is https and lies on the carrier's official domains or a phone maker's help pages.",
		check: (knowledge) => [
			...proceduresOf(knowledge).flatMap(({ carrier, procedure }) => {
				const allowed = [...(carrier?.entry.officialDomains ?? []), ...sharedDomains];
				return procedure.entry.methods.flatMap(({ links }, index) =>
					badLinks(procedure.file, placeIn(procedure, 'methods', index, 'links'), urlsOf(links), allowed),
				);
			}),
			...knowledge.carriers.flatMap(({ file, entry: { officialDomains, site, account } }) => [
				...badLinks(file, 'site', [site], officialDomains),
				...badLinks(file, 'account.url', account ? [account.url] : [], officialDomains),
			]),
			...inGuides(knowledge),
		],
	};
}

/** A guide serves everybody, so it may link to the pages of any carrier, and of the authorities and services it is about. */
function inGuides({ guides, carriers }: Knowledge): Problem[] {
	const allowed = [...carriers.flatMap(({ entry }) => entry.officialDomains), ...GUIDE_DOMAINS];
	return guides.flatMap(({ file, entry }) => badLinks(file, 'links', urlsOf(entry.links), allowed));
}

function urlsOf(links: readonly { url: string }[]): string[] {
	return links.map(({ url }) => url);
}

function badLinks(file: string, place: string, urls: readonly string[], allowed: readonly string[]): Problem[] {
	return urls
		.filter((url) => !url.startsWith('https:') || !isOnDomain(url, allowed))
		.map((value) => ({
			file,
			place,
			wrong: 'a link outside the official domains',
			value,
			remedy: `Link to one of ${allowed.join(', ')}, or name the page as a source instead.`,
		}));
}

/** Whether an address lies on one of these domains or below it. */
export function isOnDomain(url: string, domains: readonly string[]): boolean {
	const { hostname } = new URL(url);
	return domains.some((domain) => hostname === domain || hostname.endsWith(`.${domain}`));
}
