import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Fake } from '../catalogue/notices-schema.ts';
import { createCarrierFinder } from '../understand/carrier-finder.ts';
import { normalise } from '../understand/normalise.ts';
import { clean, withoutHidden } from './clean.ts';
import { findDue } from './find-due.ts';
import { type FoundLink, findLinks } from './find-links.ts';
import { createNoticeFinder, type FoundNotice } from './find-notice.ts';
import { type CheckedLink, judgeLink } from './judge-link.ts';
import { type CheckedNumber, judgeNumbers } from './judge-numbers.ts';
import { collectHosts } from './official-hosts.ts';
import { collectNumbers, NUMBER } from './official-numbers.ts';
import { hasOneTimeCode } from './one-time-code.ts';

/** What is in a message, and whose it is. No part of it says that a message is genuine. */
export type Checked = {
	/** Whom it names, in its order; where it names nobody, whose addresses it has, or has the likes of. */
	carriers: readonly string[];
	links: readonly CheckedLink[];
	numbers: readonly CheckedNumber[];
	notice: FoundNotice | undefined;
	/** What a carrier has published of fakes like it. */
	fake: Fake | undefined;
	/** The day that it names as its limit. */
	date: string | undefined;
	/** It asks for money, in figures. */
	hasAmount: boolean;
	oneTimeCode: boolean;
};

/** When and for whom a text is read: a day without a year is the next one, and 3/4 is read as the person's language has it. */
export type CheckOptions = { today: string; locale: string };
export type Checker = (text: string, options: CheckOptions) => Checked;

const AMOUNT = /[\d,]{2,}\s?(?:円|yen|jpy|日元|日圓|日币|日幣)|[¥￥]\s?[\d,]{2,}/iu;

/** Makes the function that takes a message apart. It reads no network and keeps nothing. */
export function createChecker(catalogue: Catalogue): Checker {
	const hosts = collectHosts(catalogue);
	const official = collectNumbers(catalogue);
	const { findAll } = createCarrierFinder(catalogue);
	const notices = createNoticeFinder(catalogue);
	return (text, { today, locale }) => {
		const cleaned = clean(text);
		const found = findLinks(cleaned);
		const words = withoutHidden(found.reduce((rest, { written }) => rest.replace(written, ' '), cleaned));
		const normalised = normalise(words);
		const named = namedIn(normalised, findAll);
		const links = unique(found).map((link) => judgeLink(link, hosts, named));
		const carriers = named.length > 0 ? named : [...new Set(links.flatMap((link) => link.carriers.slice(0, 1)))];
		const [first] = carriers;
		const rest = words.replace(NUMBER, ' ');
		return {
			carriers,
			links,
			numbers: judgeNumbers(words, official, withSisters(named, catalogue)),
			notice: notices.find(normalised, first),
			fake: notices.findFake(normalised, first),
			date: findDue(rest, today, locale),
			hasAmount: AMOUNT.test(rest),
			oneTimeCode: hasOneTimeCode(rest),
		};
	};
}

type FindAll = ReturnType<typeof createCarrierFinder>['findAll'];

/** The carriers that the words name: first the one that is meant. */
function namedIn(normalised: string, findAll: FindAll): string[] {
	const { carrier, mentions } = findAll(normalised, false);
	return [...new Set([...(carrier ? [carrier] : []), ...mentions.map((mention) => mention.carrier)])];
}

/** Products of one company answer at the same numbers. */
function withSisters(named: readonly string[], { carriers }: Catalogue): string[] {
	const operators = new Set(carriers.filter(({ id }) => named.includes(id)).map(({ operator }) => operator));
	return carriers.filter(({ operator }) => operators.has(operator)).map(({ id }) => id);
}

function unique(links: readonly FoundLink[]): FoundLink[] {
	return [...new Map(links.map((link) => [link.written, link])).values()];
}
