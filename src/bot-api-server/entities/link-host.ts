import { COMMON_TLDS } from './tlds.ts';

const HAS_PROTOCOL = /^(?:https?|ftp|tonsite):\/\//i;
const BAD_PATH_END = /(?<![.:;,('?!`])[.:;,('?!`]+$/;
const BRACKETS: ReadonlyMap<string, readonly [kind: number, step: 1 | -1]> = new Map([
	['(', [0, 1]],
	[')', [0, -1]],
	['[', [1, 1]],
	[']', [1, -1]],
	['{', [2, 1]],
	['}', [2, -1]],
]);
/** Bytes of one part of a host. */
const PART_LIMIT = 63;

/** The link without a closing bracket it did not open; '' where its host is none (MessageEntity.cpp, fix_url). */
export function checkedLink(link: string): string {
	const protocol = HAS_PROTOCOL.exec(link)?.[0] ?? '';
	const rest = link.slice(protocol.length);
	const end = /[/?#]|$/.exec(rest)?.index ?? rest.length;
	const authority = rest.slice(0, end);
	const host = authority.slice(authority.indexOf('@') + 1).replace(/:[^:]*$/, '');
	return isHost(host, protocol !== '') ? protocol + authority + balanced(rest.slice(end)) : '';
}

function isHost(host: string, hasProtocol: boolean): boolean {
	const parts = host.split('.');
	const hasBadPart = parts.some((part) => part === '' || Buffer.byteLength(part) > PART_LIMIT || part.endsWith('-'));
	// A look-alike of telegram.org that is never linked.
	if (hasBadPart || parts.length === 1 || host.toLowerCase() === 'teiegram.org') {
		return false;
	}
	if (parts.length === 4 && parts.every((part) => /^(?:\d|[1-9]\d|1\d\d|2[0-4]\d|25[0-5])$/.test(part))) {
		return true;
	}
	const isNumber = parts.every((part) => /^\d+$/.test(part));
	return !isNumber && !parts.at(-2)?.includes('_') && isTld(parts.at(-1) ?? '', hasProtocol);
}

/** With a protocol any word is good enough; without one it must be known (is_common_tld). */
function isTld(tld: string, hasProtocol: boolean): boolean {
	if (tld.startsWith('xn--')) {
		return /^[a-z\d]{2,}$/i.test(tld.slice(4));
	}
	if ([...tld].length < 2 || /[_-]/.test(tld)) {
		return false;
	}
	return hasProtocol || isCommon(tld);
}

/** A single capital at the beginning is taken for the next sentence, as in "end.So". */
function isCommon(tld: string): boolean {
	const lower = tld.toLowerCase();
	const beginsSentence = lower !== tld && [...lower].slice(1).join('') === [...tld].slice(1).join('');
	return !beginsSentence && COMMON_TLDS.has(lower);
}

function balanced(path: string): string {
	const open = [0, 0, 0];
	let end = 0;
	for (const character of path) {
		const [kind, step] = BRACKETS.get(character) ?? [0, 0];
		const depth = (open[kind] ?? 0) + step;
		if (depth < 0) {
			break;
		}
		open[kind] = depth;
		end += character.length;
	}
	return path.slice(0, end).replace(BAD_PATH_END, '');
}
