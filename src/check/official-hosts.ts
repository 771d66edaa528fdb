import { parse } from 'tldts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { skeletonOf } from './skeleton.ts';

/** A domain of a carrier. Sister products may share it. */
export type OfficialDomain = {
	domain: string;
	carriers: readonly string[];
	/** What the owner chose of it, like docomo of docomo.ne.jp; undefined where the domain above is somebody else's. */
	label: string | undefined;
	suffix: string;
	skeleton: string;
	/** As it stands inside another host: -docomo-ne-jp- */
	inside: string;
};

/** A word by which people know a carrier in an address. */
export type Brand = {
	word: string;
	skeleton: string;
	carriers: readonly string[];
	suffixes: readonly string[];
	isCommon: boolean;
};

export type OfficialHosts = { domains: readonly OfficialDomain[]; brands: readonly Brand[] };

/** Words of every day, which stand in many addresses. They point to a carrier only where the text names it too. */
const COMMON: ReadonlySet<string> = new Set(
	'link trip maya three nomad mobile prepaid visitor travel japan'.split(' '),
);
/** Shorter words are a part of too many others. */
const MIN_LENGTH = 4;

/** The official domains of all carriers, and the words of theirs that others use to look like them. */
export function collectHosts({ carriers, notices }: Pick<Catalogue, 'carriers' | 'notices'>): OfficialHosts {
	const byDomain = new Map<string, Set<string>>();
	for (const { id, officialDomains } of carriers) {
		for (const domain of [...officialDomains, ...(notices.get(id)?.domains.map(({ host }) => host) ?? [])]) {
			byDomain.set(domain, (byDomain.get(domain) ?? new Set()).add(id));
		}
	}
	const domains = [...byDomain].map(([domain, of]) => toDomain(domain, [...of]));
	return { domains, brands: toBrands(domains, carriers) };
}

function toDomain(domain: string, carriers: readonly string[]): OfficialDomain {
	const { domain: registrable, domainWithoutSuffix, publicSuffix } = parse(domain);
	const label = registrable === domain && domainWithoutSuffix ? domainWithoutSuffix : undefined;
	const skeleton = skeletonOf(domain);
	const inside = `-${skeleton.replaceAll('.', '-')}-`;
	return { domain, carriers, label, suffix: publicSuffix ?? '', skeleton, inside };
}

function toBrands(domains: readonly OfficialDomain[], carriers: Catalogue['carriers']): Brand[] {
	const known = new Map<string, { carriers: Set<string>; suffixes: Set<string> }>();
	const add = (word: string, of: readonly string[], suffix?: string): void => {
		const entry = known.get(word) ?? { carriers: new Set(), suffixes: new Set() };
		for (const id of of) entry.carriers.add(id);
		if (suffix) entry.suffixes.add(suffix);
		known.set(word, entry);
	};
	for (const { label, carriers: of, suffix } of domains) {
		if (label) add(label, of, suffix);
	}
	for (const { id, names, aliases } of carriers) {
		for (const name of [names.en, ...aliases]) {
			const word = name.toLowerCase().replace(/[\s!.-]/g, '');
			if (/^[a-z]+$/.test(word) && word.length >= 4) add(word, [id]);
		}
	}
	return [...known].map(([word, { carriers: of, suffixes }]) => ({
		word,
		skeleton: skeletonOf(word),
		carriers: [...of],
		suffixes: [...suffixes],
		isCommon: COMMON.has(word) || word.length < MIN_LENGTH,
	}));
}
