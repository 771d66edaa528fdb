import { parse } from 'tldts';
import { HIDDEN, withoutHidden } from './clean.ts';
import { skeletonOf } from './skeleton.ts';

/** An address as it was found. `host` is what a browser would make of it; undefined where it has none, or none that opens. */
export type FoundLink = {
	written: string;
	kind: 'web' | 'mail' | 'other';
	host: string | undefined;
	/** Before the host: user@host. */
	user: string;
	/** From the host on. */
	path: string;
	/** Has characters in its host that are not seen, or signs that programs read differently. */
	isTricky: boolean;
};

/** What ends an address: white space, quotes, brackets, and the punctuation of East Asian sentences. */
const END = String.raw`\s<>"'“”‘’「」『』【】〔〕《》（）()[\]{}、，！？`;
/** An ideographic full stop ends a sentence, unless a host goes on behind it: browsers read it as a dot. */
const INSIDE = `(?:[^${END}。]|。(?=[a-z0-9-]+[.。]))`;
/** What links may begin with that open no page. */
const OPAQUE = /(?<![\p{L}\p{N}])(?:data|javascript|vbscript|blob|tg|intent|market|itms-services):[^\s"'「」<>]+/giu;
const WITH_SCHEME = new RegExp(
	String.raw`(?<![a-z0-9])[a-z][a-z0-9+.-]{1,15}:[/\\]{1,3}(?:\[[0-9a-f:.]+\])?${INSIDE}+`,
	'giu',
);
/** The scripts whose letters are like Latin ones. Kana and Han stand right before and behind a host in a sentence. */
const LETTER = String.raw`[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{M}\p{N}\p{Cf}_-]`;
const LABEL = `(?:${LETTER}|%[0-9a-f]{2}){1,70}`;
const BARE = new RegExp(
	String.raw`(?<![\p{Script=Latin}\p{N}\p{Cf}._@/%-])(?:[\w.+%-]{1,64}@)?(?:${LABEL}[.。]){1,12}${LABEL}(?::\d{1,5})?(?:[/?#\\@]${INSIDE}*)?`,
	'giu',
);
const MAX_LINKS = 300;

/** Finds every address in a text that was cleaned, with or without a scheme, in the order of the text. */
export function findLinks(text: string): FoundLink[] {
	const found: (FoundLink & { index: number })[] = [];
	let rest = text;
	const take = (pattern: RegExp, read: (written: string) => FoundLink | undefined): void => {
		rest = rest.replace(pattern, (match: string, ...groups: unknown[]) => {
			const link = found.length < MAX_LINKS ? read(match) : undefined;
			const index = groups.find((group) => typeof group === 'number') as number;
			return link && found.push({ ...link, index }) ? ' '.repeat(match.length) : match;
		});
	};
	take(WITH_SCHEME, readAddress);
	take(OPAQUE, (written) => ({ written, kind: 'other', host: undefined, user: '', path: written, isTricky: false }));
	take(BARE, readBare);
	return found.sort((one, other) => one.index - other.index).map(({ index: _, ...link }) => link);
}

function readAddress(match: string): FoundLink {
	const written = cutSentence(match);
	const isWeb = /^https?:/i.test(written);
	const open = openAs(isWeb ? written : written.replace(/^[^:]+:/, 'http:'));
	return { ...open, written, kind: isWeb ? 'web' : 'other' };
}

/** Words behind a host without white space between, as in https://povo.jpをご確認. A host that goes on behind them stays. */
function cutSentence(written: string): string {
	const [, host = '', tail = ''] =
		/^([a-z][a-z0-9+.-]*:[/\\]+[^/?#\\]*?[a-z0-9])([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}][^/?#\\]*)$/iu.exec(
			written,
		) ?? [];
	return host.includes('.') && !/[.。][a-z]/i.test(tail) ? host : written.replace(/[.。,;:!?~]+$/u, '');
}

function readBare(match: string): FoundLink | undefined {
	const written = match.replace(/[.,;:!?~@]+$/u, '');
	const isMail = /^[^/?#\\@]+@[^/?#\\@]+$/u.test(written);
	const open = openAs(`http://${written}`);
	const looks = open.host ?? skeletonOf(withoutHidden(written.split(/[/?#\\:]/u)[0] ?? ''));
	const { isIcann, isPrivate, isIp, domain } = parse(looks, { allowPrivateDomains: true });
	const isHost = (isIp && /[/:]/.test(written)) || ((isIcann || isPrivate) && domain !== null);
	// A top level domain that does not exist, but looks as if it did, was made to deceive.
	const isImitated = /[^\p{ASCII}]/u.test(written) && parse(skeletonOf(looks)).isIcann === true;
	return isHost || isImitated ? { ...open, written, kind: isMail ? 'mail' : 'web' } : undefined;
}

/** What a browser makes of an address. */
function openAs(address: string): Omit<FoundLink, 'written' | 'kind'> {
	const authority = /^[a-z]+:[/\\]*([^/?#\\]*)/iu.exec(address)?.[1] ?? '';
	const host = authority.slice(authority.lastIndexOf('@') + 1);
	const inside = host.replace(new RegExp(`^(?:${HIDDEN.source})+|(?:${HIDDEN.source})+$`, 'gu'), '');
	const isTricky = withoutHidden(inside) !== inside || address.replace(/^[a-z]+:[/\\]*/i, '').includes('\\');
	const bare = withoutHidden(address);
	const url = URL.canParse(bare) ? new URL(bare) : undefined;
	const name = url?.hostname.replace(/\.$/, '');
	return {
		host: name === '' ? undefined : name,
		user: url ? [url.username, url.password].join(':') : authority.slice(0, Math.max(0, authority.lastIndexOf('@'))),
		path: url ? `${url.pathname}${url.search}${url.hash}` : '',
		isTricky,
	};
}
