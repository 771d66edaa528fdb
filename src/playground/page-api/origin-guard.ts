import type { MiddlewareHandler } from 'hono';
import type { Env } from '../../bot-api-server/app.ts';

/** Hosts that only this machine reaches. No other names, since a stranger's DNS server could answer for them. */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/i;
const HTTP_PORT = '80';
const SCHEME = 'http://';

/** Whether a server on this host is for this machine alone. */
export function isLoopback(host: string): boolean {
	return LOOPBACK.test(host);
}

/**
 * Refuses requests from other websites: those under another host name (DNS rebinding), and those from another origin.
 * Another port of this machine is another origin too.
 */
export const guardOrigin: MiddlewareHandler<Env> = async (context, next) => {
	const port = context.env.incoming.socket.localPort;
	const [host, origin] = [context.req.header('host'), context.req.header('origin')];
	const isOwnOrigin = origin === undefined || origin.toLowerCase() === SCHEME + host?.toLowerCase();
	if (!isOwnHost(host, port) || !isOwnOrigin) {
		return context.json({ ok: false, error: 'This page is for this machine alone: open it at its own address.' }, 403);
	}
	await next();
	context.header('X-Content-Type-Options', 'nosniff');
	context.header('Referrer-Policy', 'no-referrer');
	context.header('Cross-Origin-Resource-Policy', 'same-origin');
	return undefined;
};

/** Whether a Host header names this server. */
function isOwnHost(header: string | undefined, port: number | undefined): boolean {
	const [, name, given] = /^(.+?)(?::(\d+))?$/.exec(header ?? '') ?? [];
	const isBareIpv6 = name === '::1';
	return name !== undefined && !isBareIpv6 && isLoopback(name) && (given ?? HTTP_PORT) === String(port);
}
