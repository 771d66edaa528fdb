import { isRealDay } from '../../dates/day.ts';
import type { Knowledge } from '../load.ts';
import type { Problem } from '../problem.ts';
import type { CarrierEntry, ProcedureEntry, Source } from '../schema.ts';
import { entriesByFile, type PlacedSource, placeIn, proceduresOf, sourcesOf } from '../walk.ts';
import { isOnDomain } from './links.ts';
import type { Rule } from './rule.ts';

/** Owners of official pages that are no carrier of the catalogue. */
export const OFFICIAL_BODIES: readonly { domain: string; reason: string }[] = [
	{ domain: 'ntt.com', reason: 'NTT DOCOMO BUSINESS, which ran OCN mobile ONE' },
	{ domain: 'kddi.com', reason: 'KDDI, the company behind au, UQ mobile and povo' },
	{ domain: 'softbank.jp', reason: 'SoftBank, the company behind SoftBank, Y!mobile and LINEMO' },
	{ domain: 'rakuten.co.jp', reason: 'Rakuten, the group behind Rakuten Mobile' },
	{ domain: 'go.jp', reason: 'ministries and agencies of Japan, like the one that regulates telecommunications' },
	{ domain: 'antiphishing.jp', reason: 'the Council of Anti-Phishing Japan' },
	{ domain: 'line.me', reason: 'LINE, on its own accounts' },
	{ domain: 'support.apple.com', reason: 'the maker of the iPhone' },
	{ domain: 'apps.apple.com', reason: 'the app store, where the carrier itself describes its app' },
	{ domain: 'support.google.com', reason: 'the maker of Android and the Pixel' },
	{ domain: 'play.google.com', reason: 'the app store, where the carrier itself describes its app' },
	{ domain: 'samsung.com', reason: 'the maker of the Galaxy' },
	{ domain: 'help.motorola.com', reason: 'the maker of Motorola phones' },
];

/** Archives of pages, whose addresses end in the address of the page itself. */
const ARCHIVES: readonly string[] = ['web.archive.org', 'megalodon.jp'];

const PUBLIC_HOST = /^([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/;
const PRIVATE_HOST = /(^|\.)(localhost|local|internal|invalid|test|example|example\.(com|net|org))$/;

/**
 * Checks that a source is a page that anybody can open, with a date that can be true.
 * @param today the day of the check, as 2026-11-15
 * @param bodies whose pages are official beside those of the carriers
 */
export function createSourcesRule(today: string, bodies = OFFICIAL_BODIES): Rule {
	return {
		name: 'sources',
		description: 'Every fact has an https source with real dates, and only official pages are called official.',
		check: (knowledge) => {
			const official = [
				...bodies.map(({ domain }) => domain),
				...knowledge.carriers.flatMap(({ entry }) => entry.officialDomains),
			];
			const single = entriesByFile(knowledge).flatMap(({ file, entry }) =>
				sourcesOf(entry).flatMap((placed) => [
					...wrongAddress(file, placed),
					...wrongDates(file, placed, today),
					...wrongOfficial(file, placed, official),
				]),
			);
			return [...single, ...withoutHttps(knowledge)];
		},
	};
}

function wrongAddress(file: string, { place, source }: PlacedSource): Problem[] {
	const { hostname } = new URL(source.url);
	return PUBLIC_HOST.test(hostname) && !PRIVATE_HOST.test(hostname)
		? []
		: [
				{
					file,
					place: `${place}.url`,
					wrong: 'an address that nobody can open',
					value: source.url,
					remedy: 'Name a public page, or take the fact out.',
				},
			];
}

function wrongDates(file: string, { place, source }: PlacedSource, today: string): Problem[] {
	const { date, checked, of } = source;
	const bounds = typeof of === 'object' ? { 'of.after': of.after, 'of.before': of.before } : {};
	return Object.entries({ date, checked, ...bounds }).flatMap(([field, value]) => {
		if (value === undefined) {
			return [];
		}
		const at = { file, place: `${place}.${field}`, value };
		if (!isRealDay(value)) {
			return [{ ...at, wrong: 'not a day of the calendar', remedy: 'Correct the date.' }];
		}
		return value > today.slice(0, value.length)
			? [{ ...at, wrong: `lies in the future (today is ${today})`, remedy: 'Correct the date.' }]
			: [];
	});
}

function wrongOfficial(file: string, { place, source }: PlacedSource, domains: readonly string[]): Problem[] {
	return !source.official || isOnDomain(archived(source.url), domains)
		? []
		: [
				{
					file,
					place: `${place}.official`,
					wrong: 'called official, but outside the official domains of all carriers and known bodies',
					value: source.url,
					remedy: "Write false, or add the domain to the carrier's officialDomains if it is the carrier's own.",
				},
			];
}

/** The copy of a page in an archive is as official as the page. */
function archived(url: string): string {
	const inner = ARCHIVES.includes(new URL(url).hostname) ? /.(https?:\/\/.+)$/.exec(url)?.[1] : undefined;
	return inner !== undefined && URL.canParse(inner) ? inner : url;
}

function withoutHttps(knowledge: Knowledge): Problem[] {
	const inProcedures = proceduresOf(knowledge).flatMap(({ procedure }) =>
		claims(procedure.entry).map(({ path, sources }) => ({
			file: procedure.file,
			place: placeIn(procedure, ...path, 'sources'),
			sources,
		})),
	);
	const inOffline = knowledge.carriers.flatMap(({ file, entry }) => offline(file, entry));
	return [...inProcedures, ...inOffline]
		.filter(({ sources }) => !sources.some(({ url }) => url.startsWith('https://')))
		.map(({ file, place, sources }) => ({
			file,
			place,
			wrong: 'no source with an https address',
			value: sources.map(({ url }) => url).join(' '),
			remedy: 'Add one, or take the fact out.',
		}));
}

type Claim = { path: PropertyKey[]; sources: readonly Source[] };

function claims({ methods, myths, deadline }: ProcedureEntry): Claim[] {
	return [
		...methods.map(({ sources }, index) => ({ path: ['methods', index], sources })),
		...myths.map(({ sources }, index) => ({ path: ['myths', index], sources })),
		...(deadline ? [{ path: ['deadline'], sources: deadline.sources }] : []),
	];
}

function offline(file: string, entry: CarrierEntry): { file: string; place: string; sources: readonly Source[] }[] {
	return entry.offline ? [{ file, place: 'offline.sources', sources: entry.offline.sources }] : [];
}
