import type { Knowledge } from '../../catalogue/load.ts';
import { GUIDE_DOMAINS, SHARED_DOMAINS } from '../../catalogue/rules/links.ts';
import { proceduresOf } from '../../catalogue/walk.ts';

/** An address behind a button, the files that use it, and the domains to which it may redirect. */
export type TappableLink = { url: string; files: readonly string[]; domains: readonly string[] };

type Use = { url: string; file: string; domains: readonly string[] };

/** Every link that the bot shows as a button, each address once. Sources are not checked, since nobody taps them. */
export function collectLinks(knowledge: Knowledge): TappableLink[] {
	const links = new Map<string, TappableLink>();
	for (const { url, file, domains } of [...inCarriers(knowledge), ...inProcedures(knowledge), ...inGuides(knowledge)]) {
		const { href } = new URL(url);
		const known = links.get(href) ?? { url: href, files: [], domains: SHARED_DOMAINS };
		links.set(href, {
			url: href,
			files: [...new Set([...known.files, file])],
			domains: [...new Set([...known.domains, ...domains])],
		});
	}
	return [...links.values()];
}

function inCarriers({ carriers }: Knowledge): Use[] {
	return carriers.flatMap(({ file, entry: { site, account, officialDomains } }) =>
		[site, ...(account ? [account.url] : [])].map((url) => ({ url, file, domains: officialDomains })),
	);
}

function inProcedures(knowledge: Knowledge): Use[] {
	return proceduresOf(knowledge).flatMap(({ carrier, procedure: { file, entry } }) =>
		entry.methods
			.flatMap(({ links }) => links)
			.map(({ url }) => ({ url, file, domains: carrier?.entry.officialDomains ?? [] })),
	);
}

/** A guide serves everybody, so it may link to the pages of any carrier. */
function inGuides({ guides, carriers }: Knowledge): Use[] {
	const domains = [...carriers.flatMap(({ entry }) => entry.officialDomains), ...GUIDE_DOMAINS];
	return guides.flatMap(({ file, entry }) => entry.links.map(({ url }) => ({ url, file, domains })));
}
