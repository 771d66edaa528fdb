type CheckedLink = { url: string } | { problem: string };

const SCHEME = /^(tg|ton|tonsite):(?:\/\/)?/i;
const PORT_LIMIT = 65_535;

/**
 * A link as Telegram writes it, or why it takes none, in the words of TDLib (LinkManager.cpp, check_link_impl;
 * HttpUrl.cpp, parse_url). A host needs a dot, so localhost is refused.
 */
export function checkLink(link: string): CheckedLink {
	const scheme = SCHEME.exec(link);
	const parsed = parseUrl(link.slice(scheme?.[0].length ?? 0));
	if ('problem' in parsed) {
		return parsed;
	}
	if (scheme) {
		return checkApp((scheme[1] ?? '').toLowerCase(), parsed);
	}
	if (!parsed.host.includes('.') && !parsed.host.startsWith('[')) {
		return { problem: 'Wrong HTTP URL' };
	}
	const user = parsed.user === '' ? '' : `${parsed.user}@`;
	const port = parsed.port === 0 ? '' : `:${parsed.port}`;
	return { url: `${parsed.protocol || 'http'}://${user}${parsed.host}${port}${parsed.query}` };
}

/** Why Telegram would not take a link; undefined for a good one. */
export function urlProblem(url: unknown): string | undefined {
	const checked = checkLink(typeof url === 'string' ? url : '');
	return 'problem' in checked ? checked.problem : undefined;
}

type Parsed = { protocol: string; user: string; host: string; port: number; query: string };

function parseUrl(url: string): Parsed | { problem: string } {
	const protocol = /^([^:/?#@[\]]*):\/\//.exec(url)?.[1]?.toLowerCase();
	if (protocol !== undefined && protocol !== 'http' && protocol !== 'https') {
		return { problem: 'Unsupported URL protocol' };
	}
	const rest = protocol === undefined ? url : url.slice(protocol.length + 3);
	const authority = /^[^/?#]*/.exec(rest)?.[0] ?? '';
	const [, name = '', digits] = /^(.+?)(?::([^:\]@]*))?$/s.exec(authority) ?? [];
	const port = digits === undefined ? 0 : readPort(digits);
	if (port === undefined) {
		return { problem: 'Wrong port number specified in the URL' };
	}
	const at = name.lastIndexOf('@');
	const user = name.slice(0, Math.max(at, 0));
	const host = name.slice(at + 1).toLowerCase();
	const problem = hostProblem(host) ?? (host.startsWith('[') ? undefined : partProblem(user, 'userinfo', /[\w.:]/));
	return problem === undefined
		? { protocol: protocol ?? '', user, host, port, query: queryOf(rest.slice(authority.length)) }
		: { problem };
}

function readPort(digits: string): number | undefined {
	const port = /^\d+$/.test(digits) ? Number(digits) : 0;
	return port > 0 && port <= PORT_LIMIT ? port : undefined;
}

function hostProblem(host: string): string | undefined {
	if (host.startsWith('[') && host.endsWith(']')) {
		return URL.canParse(`http://${host}`) ? undefined : 'Wrong IPv6 address specified in the URL';
	}
	if (host === '') {
		return 'URL host is empty';
	}
	return host === '.' ? 'Host is invalid' : partProblem(host, 'host', /[\w.]/);
}

/** Letters of other scripts are allowed, white space and most punctuation is not. */
function partProblem(part: string, name: string, letters: RegExp): string | undefined {
	const [rest] =
		part
			.replace(/%[\da-f]{2}/gi, '')
			.match(/[\0-\u007f]/g)
			?.filter((sign) => !isAllowed(sign, letters)) ?? [];
	if (rest === undefined) {
		return undefined;
	}
	return rest === '%' ? `Wrong percent-encoded symbol in URL ${name}` : `Disallowed character in URL ${name}`;
}

function isAllowed(sign: string, letters: RegExp): boolean {
	return letters.test(sign) || /[-!$,~*'();&+=]/.test(sign);
}

function queryOf(text: string): string {
	const query = text.replace(/[\s\0]+$/, '');
	const rooted = query.startsWith('/') ? query : `/${query}`;
	return rooted.replace(/[\0- ]/g, (sign) => encodeURIComponent(sign));
}

/** Links into Telegram and TON: nothing but a name and a query. */
function checkApp(scheme: string, { protocol, user, host, port, query }: Parsed): CheckedLink {
	if (protocol !== '' || user !== '' || port !== 0 || host.startsWith('[')) {
		return { problem: scheme === 'tg' ? 'Wrong tg URL' : 'Wrong ton URL' };
	}
	if (!(scheme === 'tonsite' ? /^[\w.-]*$/ : /^[\w-]*$/).test(host)) {
		return { problem: 'Unallowed characters in URL host' };
	}
	return { url: `${scheme}://${host}${query.startsWith('/?') ? query.slice(1) : query}` };
}
