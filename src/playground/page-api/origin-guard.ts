import type { IncomingHttpHeaders } from 'node:http';
import type { Guard } from '../../bot-api-server/app.ts';

/** Hosts that only this machine reaches. No other names, since a stranger's DNS server could answer for them. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/i;
const HTTP_PORT = '80';
const SCHEME = 'http://';
/** The page itself, and an address that somebody typed. */
const OWN_SITES: readonly string[] = ['same-origin', 'none'];

/** Whether a server on this host is for this machine alone. */
export function isLoopback(host: string): boolean {
	return LOOPBACK.test(host);
}

/**
 * Refuses requests from other websites: those under another host name (DNS rebinding), and those that a page of another
 * origin makes, be it only as the address of an image. Another port of this machine is another origin too.
 */
export const guardOrigin: Guard = async (context, next) => {
	const { socket, headers } = context.env.incoming;
	const { req } = context;
	const isLink =
		req.path === '/' && req.method === 'GET' && [undefined, 'document'].includes(headers['sec-fetch-dest']);
	if (!isOwnHost(headers.host, socket.localPort) || !isOwnOrigin(headers) || !(isLink || isOwnPage(headers))) {
		return context.json({ ok: false, error: 'This page is for this machine alone: open it at its own address.' }, 403);
	}
	await next();
	context.header('X-Content-Type-Options', 'nosniff');
	context.header('Referrer-Policy', 'no-referrer');
	context.header('Cross-Origin-Resource-Policy', 'same-origin');
	return undefined;
};

function isOwnOrigin({ origin, host }: IncomingHttpHeaders): boolean {
	return origin === undefined || origin.toLowerCase() === ownOrigin(host);
}

/** Programs send neither header; browsers send the first with every request, and older ones the second. */
function isOwnPage({ host, referer, 'sec-fetch-site': site = 'none' }: IncomingHttpHeaders): boolean {
	const isOwnReferer = referer === undefined || `${referer.toLowerCase()}/`.startsWith(`${ownOrigin(host)}/`);
	return OWN_SITES.includes(String(site)) && isOwnReferer;
}

function ownOrigin(host: string | undefined): string {
	return SCHEME + host?.toLowerCase();
}

/** Whether a Host header names this server. */
function isOwnHost(header: string | undefined, port: number | undefined): boolean {
	const [, name, given] = /^(.+?)(?::(\d+))?$/.exec(header ?? '') ?? [];
	const isBareIpv6 = name === '::1';
	return name !== undefined && !isBareIpv6 && isLoopback(name) && (given ?? HTTP_PORT) === String(port);
}
