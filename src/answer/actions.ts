import { type Carrier, pick } from '../catalogue/catalogue.ts';
import type { MethodEntry, Text } from '../catalogue/schema.ts';
import type { ProcedureId } from '../catalogue/vocabulary.ts';
import { cutText } from '../cut-text.ts';
import type { Actions } from './answer.ts';
import { hostOf } from './evidence.ts';
import { sayingFor } from './for-reader.ts';

/** A screen has eight rows; these leave room for the way back. */
const MAX_LINKS = 2;
const MAX_COPIES = 4;

type Parts = {
	/** The ways of the answer, the best first. */
	methods: readonly MethodEntry[];
	/** Left out where it is not known. */
	carrier?: Carrier;
	procedure: ProcedureId;
	/** Then the carrier's own site is worth a link too. */
	isShared: boolean;
	locale: string;
	/** What else is known for this carrier. */
	known: readonly ProcedureId[];
};

/** Collects what a person can tap under an answer: links, values to copy, a sentence for staff, related procedures. */
export function composeActions({ methods, carrier, procedure, isShared, locale, known }: Parts): Actions {
	const links = methods.flatMap((method) => readableFirst(method.links, locale));
	const copies = methods.flatMap((method) => method.copy);
	const [say] = [...methods, offlineOf(carrier, procedure)].flatMap((part) => sayingFor(part?.say, locale) ?? []);
	const needsSite = carrier !== undefined && (isShared || links.length === 0);
	return {
		links: labelLinks(needsSite ? [{ url: carrier.site }, ...links] : links),
		copies: uniqueBy(copies, (copy) => copy.value)
			.slice(0, MAX_COPIES)
			.map(({ label, value }) => ({ label: copyLabel(value, labelIn(label, locale)), value })),
		...(say ? { say: say.ja } : {}),
		related: relatedProcedures(procedure, known),
	};
}

function labelIn(label: string | Text, locale: string): string {
	return typeof label === 'string' ? label : pick(label, locale);
}

/** What is copied says more than its name, if it fits a button: the steps tell whose number it is. */
const MAX_COPY_LABEL = 16;

function copyLabel(value: string, label: string): string {
	return value.length <= MAX_COPY_LABEL ? value : label;
}

/** In which language the first page of a carrier is nobody wrote down. */
type Page = { url: string; lang?: string };

/** Nobody is led to a page in a third language, unless there is no other. */
const UNREADABLE = 4;

/** The reader's own language, then the same in another script, then Japanese: what it shows is what the steps name. */
function rankOf({ lang }: Page, locale: string): number {
	if (lang === locale) return 0;
	if (lang?.split('-')[0] === locale.split('-')[0]) return 1;
	return { ja: 2, en: 3 }[lang ?? ''] ?? UNREADABLE;
}

function readableFirst(links: readonly MethodEntry['links'][number][], locale: string): Page[] {
	const pages = links.map(({ url, lang = 'ja' }) => ({ url, lang }));
	const readable = pages.filter((page) => rankOf(page, locale) < UNREADABLE);
	return (readable.length > 0 ? readable : pages).sort((a, b) => rankOf(a, locale) - rankOf(b, locale));
}

/** Two buttons that look the same help nobody, so the second page of a host is named by its path or left out. */
function labelLinks(pages: readonly Page[]): { host: string; url: string; lang?: string }[] {
	const different = uniqueBy(pages, ({ url }) => url);
	const urls = different.map(({ url }) => url);
	const labelled = different.map((page, index) => ({ ...page, host: labelOf(page.url, urls.slice(0, index)) }));
	return uniqueBy(labelled, ({ host }) => host).slice(0, MAX_LINKS);
}

const MAX_LABEL = 30;

/** The host says where a link leads. A second page of the same host also needs its path to be told apart. */
function labelOf(url: string, before: readonly string[]): string {
	const host = hostOf(url);
	if (!before.some((other) => hostOf(other) === host)) {
		return host;
	}
	const label = host + new URL(url).pathname.replace(/\/$/, '');
	return label.length > MAX_LABEL ? `${cutText(label, MAX_LABEL - 1)}…` : label;
}

/** Keeps the first of those that are alike, so the best way's own come first. */
function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
	const seen = new Set<string>();
	return items.filter((item) => !seen.has(key(item)) && seen.add(key(item)));
}

/** Those who run out of data look here; elsewhere the block would only push the steps down. */
const SHOWN_IN: readonly ProcedureId[] = ['check-data', 'top-up', 'lost-or-stopped', 'contact-support'];

/** What works with no data left, where an answer should say it. */
export function offlineOf(carrier: Carrier | undefined, procedure: ProcedureId): Carrier['offline'] {
	return SHOWN_IN.includes(procedure) ? carrier?.offline : undefined;
}

/** What people ask next after each procedure, the likeliest first. The buttons under an answer follow this order. */
const NEXT: Record<ProcedureId, readonly ProcedureId[]> = {
	'check-data': ['check-bill', 'top-up', 'set-alert', 'keep-number', 'contact-support'],
	'check-bill': ['pay-bill', 'check-data', 'set-alert', 'contact-support', 'lost-or-stopped'],
	'top-up': ['check-data', 'renew', 'set-alert', 'contact-support'],
	renew: ['keep-number', 'check-data', 'top-up', 'contact-support'],
	'keep-number': ['renew', 'top-up', 'port-number', 'use-abroad', 'cancel'],
	'set-alert': ['check-data', 'check-bill', 'keep-number', 'top-up'],
	'lost-or-stopped': [
		'move-esim',
		'setup-apn',
		'contact-support',
		'pay-bill',
		'check-bill',
		'check-data',
		'keep-number',
	],
	'contact-support': ['lost-or-stopped', 'check-data', 'check-bill', 'find-number'],
	'find-number': ['identify-carrier', 'contact-support', 'check-data', 'keep-number'],
	'identify-carrier': ['check-data', 'contact-support', 'find-number', 'top-up'],
	'setup-apn': ['move-esim', 'lost-or-stopped', 'check-data', 'contact-support', 'identify-carrier'],
	'move-esim': ['setup-apn', 'lost-or-stopped', 'contact-support', 'update-details'],
	'port-number': ['cancel', 'keep-number', 'check-bill', 'contact-support'],
	'pay-bill': ['check-bill', 'lost-or-stopped', 'contact-support', 'top-up'],
	'receive-sms': ['use-abroad', 'setup-apn', 'contact-support', 'find-number'],
	'use-abroad': ['receive-sms', 'keep-number', 'check-data', 'contact-support'],
	'update-details': ['contact-support', 'pay-bill', 'move-esim', 'cancel'],
	cancel: ['port-number', 'keep-number', 'check-bill', 'contact-support', 'lost-or-stopped'],
};

const MAX_RELATED = 4;

/**
 * The procedures to offer under an answer.
 * @param procedure the one just answered
 * @param known those that the carrier has
 */
export function relatedProcedures(procedure: ProcedureId, known: readonly ProcedureId[]): ProcedureId[] {
	return NEXT[procedure].filter((id) => known.includes(id)).slice(0, MAX_RELATED);
}
