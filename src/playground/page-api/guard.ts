import type { MiddlewareHandler } from 'hono';
import type { Env } from '../bot-api/app.ts';
import { isOwnHost } from './loopback.ts';

const SCHEME = 'http://';

/**
 * Refuses what comes from the page of somebody else: a name that leads to this machine, or a request from another
 * origin. Another port of this machine is another origin too.
 */
export const guard: MiddlewareHandler<Env> = async (context, next) => {
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
