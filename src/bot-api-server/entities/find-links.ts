import { checkedLink } from './link-host.ts';

/** A place in a text, from its first UTF-16 unit to the one after its last. */
export type Span = readonly [start: number, end: number];

// What runs of characters are made of (MessageEntity.cpp, match_urls and is_url_unicode_symbol). Letters of any script
// and even an ideographic full stop belong to a host, so "docomo.ne.jp。" ends in no known top-level domain.
const NOT_IN_URLS = String.raw`\p{Z}\u2000-\u200b\u200e\u200f\u2016-\u206f`;
const DOMAIN = String.raw`(?:[.\w~\-]|[^\0-\u00bf${NOT_IN_URLS}])`;
const USER = String.raw`[^${NOT_IN_URLS}\n\/\[\]\{\}\(\)'\u0060<>"@«»]`;
const PATH = String.raw`[^${NOT_IN_URLS}\n<>"«»]`;
const PROTOCOL = String.raw`(?:[\da-zA-Z+\-]|[^\0-\u007f\p{Z}])`;

const BEFORE = {
	domain: new RegExp(`(?<=(${DOMAIN}*))`, 'uy'),
	user: new RegExp(`(?<=(${USER}*))`, 'uy'),
	protocol: new RegExp(`(?<=(${PROTOCOL}*))`, 'uy'),
} as const;
const HOST_AFTER = new RegExp(`(?:${DOMAIN}|@)*`, 'uy');
const PORT_AFTER = /(?::0*([1-9]\d{0,4})(?!\d))?/uy;
const PATH_AFTER = new RegExp(`(?:[/?#]${PATH}*)?`, 'uy');
const BAD_PATH_END = /(?<![.:;,('?!`])[.:;,('?!`]+$/;
const MAX_PORT = 65_535;

/** Protocols that a link keeps, with the length of `://` added; any other makes no link. */
const PROTOCOLS: ReadonlyArray<readonly [RegExp, number]> = [
	[/(?<!^s)http$/, 7],
	[/https$/, 8],
	[/(?<!^[st])ftp$/, 6],
	[/tonsite$/, 10],
];
const EMAIL = /^([a-z\d_-]{0,26}[.+]){0,10}[a-z\d_-]{1,35}@(([a-z\d][a-z\d_-]{0,28})?[a-z\d]\.){1,6}[a-z]{2,8}$/i;
const TG_LINK = new RegExp(String.raw`t(?:g|on)://[\w-]{1,253}(?:([/?#])(${PATH}*))?`, 'giu');

/** Links with and without a protocol, and e-mail addresses (MessageEntity.cpp, find_urls and find_tg_urls). */
export function findLinks(text: string): { urls: Span[]; emails: Span[] } {
	const urls: Span[] = [...text.matchAll(TG_LINK)].map((match) => [match.index, match.index + tgLength(match)]);
	const emails: Span[] = [];
	for (const [start, end] of candidates(text)) {
		const words = text.slice(start, end);
		const address = EMAIL.test(words) ? words : words.replace(/^mailto:/, '');
		if (EMAIL.test(address)) {
			emails.push([end - address.length, end]);
			continue;
		}
		const link = checkedLink(words);
		if (link !== '') {
			urls.push([start, start + link.length]);
		}
	}
	return { urls, emails };
}

function tgLength([whole, separator, path = '']: RegExpExecArray): number {
	const end = path.replace(BAD_PATH_END, '');
	const isKept = separator === '/' || end !== '';
	return whole.length - path.length + end.length - (separator === undefined || isKept ? 0 : 1);
}

/** Everything around a dot that has the form of a link; whether its host is one is not looked at yet. */
function candidates(text: string): Span[] {
	const found: Span[] = [];
	let from = 0;
	while (from < text.length) {
		const dot = text.indexOf('.', from);
		if (dot === -1 || dot + 1 === text.length) {
			break;
		}
		const span = around(text, from, dot);
		if (span.isLink) {
			found.push([span.start, span.end]);
		}
		from = Math.max(span.next, dot + 1);
	}
	return found;
}

type Around = { start: number; end: number; isLink: boolean; next: number };

/** The candidate around one dot, looking back to `from` only: what is before it was read already. */
function around(text: string, from: number, dot: number): Around {
	const host = after(HOST_AFTER, text, dot)[0] ?? '';
	const hasAt = host.includes('@');
	const domain = before('domain', text, from, dot);
	const begin = hasAt ? before('user', text, from, domain) : domain;
	const end = endOfLink(text, dot, dot + host.length);
	const isAfterAt = begin > from && text[begin - 1] === '@';
	const user = isAfterAt ? before('user', text, from, begin - 1) : begin;
	const protocol = protocolLength(text, from, user);
	if (protocol === undefined || (isAfterAt && (hasAt || user === begin - 1))) {
		return { start: user, end, isLink: false, next: text.lastIndexOf('.', end - 1) + 1 };
	}
	const next = end + (/^\.*/.exec(text.slice(end))?.[0].length ?? 0);
	return { start: user - protocol, end, isLink: end > dot + 1, next };
}

function before(kind: keyof typeof BEFORE, text: string, from: number, index: number): number {
	return Math.max(from, index - (after(BEFORE[kind], text, index)[1]?.length ?? 0));
}

/** A match of a sticky pattern at a place. */
function after(pattern: RegExp, text: string, index: number): readonly (string | undefined)[] {
	pattern.lastIndex = index;
	return pattern.exec(text) ?? [];
}

/** Where the link ends behind port and path, without the punctuation of the sentence around it. */
function endOfLink(text: string, dot: number, host: number): number {
	const [port = '', number = '0'] = after(PORT_AFTER, text, host);
	const start = Number(number) > MAX_PORT ? host : host + port.length;
	const path = after(PATH_AFTER, text, start)[0] ?? '';
	const kept = path.slice(1).replace(BAD_PATH_END, '');
	const isPath = path.startsWith('/') || kept !== '';
	let end = isPath ? start + 1 + kept.length : start;
	while (end > dot + 1 && text[end - 1] === '.') {
		end -= 1;
	}
	return end;
}

/** How long the protocol before a link is; undefined where something stands there that makes it no link. */
function protocolLength(text: string, from: number, start: number): number | undefined {
	const prefix = text.slice(from, start);
	if (prefix.length >= 6 && prefix.endsWith('://')) {
		const name = text.slice(before('protocol', text, from, start - 3), start - 3).toLowerCase();
		return PROTOCOLS.find(([pattern]) => pattern.test(name))?.[1];
	}
	return /[\p{L}\p{N}_/#@]$/u.test(prefix) ? undefined : 0;
}
