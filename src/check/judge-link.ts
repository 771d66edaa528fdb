import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import type { FoundLink } from './find-links.ts';
import type { Brand, OfficialDomain, OfficialHosts } from './official-hosts.ts';
import { SHORTENERS } from './shorteners.ts';
import { skeletonOf } from './skeleton.ts';
import { isTypo } from './typo.ts';

/**
 * `official`: on a domain that a carrier is known to use. `lookalike`: like one, and it is none. `short`: leads elsewhere,
 * and where to is not known here. `other`: none of these. None of them says that a link is harmless.
 */
export type LinkVerdict = 'official' | 'lookalike' | 'short' | 'other';

export type CheckedLink = {
	/** As it was written. */
	url: string;
	host: string | undefined;
	verdict: LinkVerdict;
	/** Whose domain it is, or is like. */
	carriers: readonly string[];
	/** The domain that it is on, or is like. */
	domain?: string;
};

/** From this length on, a name inside another word is no chance, and a slip of one letter none whatever stands around it. */
const LONG = 6;
const MIN_TYPO = 4;
/** How much of an address is repeated. */
const MAX_SHOWN = 200;

/** Says whose a link is. @param named the carriers that the text names */
export function judgeLink(link: FoundLink, { domains, brands }: OfficialHosts, named: readonly string[]): CheckedLink {
	const { host, kind, written } = link;
	const shown = { url: written.slice(0, MAX_SHOWN), host };
	const own = host === undefined ? undefined : domains.find(({ domain }) => isOn(host, domain));
	const isPlain = kind === 'web' && link.user.replace(':', '') === '' && !link.isTricky;
	// Providers lend their customers such places for pages of their own.
	const isCustomers = /^\/(?:~|%7e)/i.test(link.path);
	if (own && isPlain && isCustomers) {
		return { ...shown, verdict: 'other', carriers: [] };
	}
	if (own && isPlain) {
		return { ...shown, verdict: 'official', carriers: own.carriers, domain: own.domain };
	}
	// Whoever has a line there may have an address, so it says nothing of the carrier.
	if (own && kind === 'mail' && !link.isTricky && !domains.some(({ domain }) => link.user.includes(domain))) {
		return { ...shown, verdict: 'other', carriers: [] };
	}
	if (own && kind !== 'other') {
		return { ...shown, verdict: 'lookalike', carriers: own.carriers, domain: own.domain };
	}
	if (host !== undefined && isPlain && SHORTENERS.has(host.replace(/^www\./, ''))) {
		return { ...shown, verdict: 'short', carriers: [] };
	}
	const like = likeDomain(link, domains) ?? likeBrand(link, brands, named, domains);
	return like ? { ...shown, verdict: 'lookalike', ...like } : { ...shown, verdict: 'other', carriers: [] };
}

function isOn(host: string, domain: string): boolean {
	return host.endsWith(domain) && (host.length === domain.length || host.at(-domain.length - 1) === '.');
}

type Like = Pick<CheckedLink, 'carriers' | 'domain'>;

/** A whole official domain somewhere in the address but at the end of the host, or one that looks the same. */
function likeDomain(
	{ host, user, path, written, kind }: FoundLink,
	domains: readonly OfficialDomain[],
): Like | undefined {
	const name = host ?? written.replace(/^[a-z]+:\/*/i, '').split(/[/?#]/)[0] ?? '';
	const looks = skeletonOf(readable(name));
	const before = `-${skeletonOf(readable(withoutSuffix(name, parse(name).publicSuffix))).replaceAll('.', '-')}-`;
	const around = `${safeDecode(user)} ${kind === 'other' ? written : safeDecode(path)}`.toLowerCase();
	const found = domains.find(
		({ domain, skeleton, inside }) => isOn(looks, skeleton) || before.includes(inside) || containsWhole(around, domain),
	);
	return found && { carriers: found.carriers, domain: found.domain };
}

function containsWhole(text: string, domain: string): boolean {
	const isEdge = (at: number): boolean => !/[a-z0-9-]/.test(text[at] ?? ' ');
	for (let at = text.indexOf(domain); at >= 0; at = text.indexOf(domain, at + 1)) {
		if (isEdge(at - 1) && isEdge(at + domain.length)) {
			return true;
		}
	}
	return false;
}

/** A carrier's name in the host, whole or with a slip of one letter. What lies on the domain above an official one is not meant. */
function likeBrand(
	{ host, user }: FoundLink,
	brands: readonly Brand[],
	named: readonly string[],
	domains: readonly OfficialDomain[],
): Like | undefined {
	const { domain: registrable, publicSuffix, domainWithoutSuffix } = parse(host ?? '', { allowPrivateDomains: true });
	if (host === undefined || registrable === null || domains.some(({ domain }) => isOn(domain, registrable))) {
		return undefined;
	}
	const own = skeletonOf(readable(withoutSuffix(host, publicSuffix)));
	const label = readable(domainWithoutSuffix ?? '');
	const words = [...own.split(/[.-]/), ...skeletonOf(user.toLowerCase()).split(/[^a-z0-9]+/)];
	const found = brands.find((brand) => {
		const isMeant = !brand.isCommon || brand.carriers.some((id) => named.includes(id));
		const isLong = brand.word.length >= LONG;
		const isInside = (word: string): boolean => !brand.isCommon && isLong && word.includes(brand.skeleton);
		const isNear =
			isLong || brand.suffixes.includes(publicSuffix ?? '') || brand.carriers.some((id) => named.includes(id));
		return (
			isMeant &&
			(words.some((word) => word === brand.skeleton || isInside(word)) ||
				(brand.word.length >= MIN_TYPO && isNear && isTypo(label, brand.word)))
		);
	});
	return found && { carriers: found.carriers };
}

function withoutSuffix(host: string, suffix: string | null): string {
	return suffix !== null && host.endsWith(`.${suffix}`) ? host.slice(0, -suffix.length - 1) : host;
}

/** A host in the letters that people see. */
function readable(host: string): string {
	return host.includes('xn--') ? domainToUnicode(host) || host : host;
}

function safeDecode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
