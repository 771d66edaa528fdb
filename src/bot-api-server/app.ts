import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { type CallOutcome, dispatch, errorBody, type ServerState } from './dispatch.ts';
import { BotApiError } from './errors.ts';
import { findMethod } from './methods/index.ts';
import { readParams } from './request.ts';

export type Env = { Bindings: HttpBindings };
export type PageApp = Hono<Env>;
/** Decides whether a request is let in at all. */
export type Guard = MiddlewareHandler<Env>;
type AppOptions = { token: string; closing: AbortSignal; page?: PageApp | undefined; guard?: Guard | undefined };

/** The paths of the Bot API, `/bot<token>/<method>`, and those of a page beside it. */
export function createBotApiApp(state: ServerState, options: AppOptions): Hono<Env> {
	const app = new Hono<Env>();
	if (options.guard) {
		app.use(options.guard);
	}
	app.all('/:bot{bot[^/]+}/:method', async (context) => {
		const method = checkPath(context.req.param('bot').slice('bot'.length), context.req.param('method'), options.token);
		const signal = AbortSignal.any([options.closing, abortOnDisconnect(context)]);
		return reply(context, await dispatch(state, { method, raw: await readParams(context), signal }));
	});
	if (options.page) {
		app.route('/', options.page);
	}
	app.notFound((context) => context.json(errorBody(notFound()), 404));
	app.onError((error, context) => {
		if (error instanceof BotApiError) {
			return json(error.errorCode, errorBody(error));
		}
		// A bug of this server, never a mistake of the bot. The stack in the answer shows where.
		return context.json({ ok: false, error_code: 500, description: `Internal Server Error: ${error.stack}` }, 500);
	});
	return app;
}

function notFound(): BotApiError {
	return new BotApiError(404, 'Not Found');
}

function checkPath(token: string, methodName: string, expected: string): NonNullable<ReturnType<typeof findMethod>> {
	const given = decodeURIComponent(token);
	if (!/^\d+:[\w-]+$/.test(given)) {
		throw notFound();
	}
	if (given !== expected) {
		throw new BotApiError(401, 'Unauthorized');
	}
	const method = findMethod(methodName);
	if (!method) {
		throw notFound();
	}
	return method;
}

/** Fires when the client closes the connection before it is answered. */
function abortOnDisconnect({ env: { outgoing } }: Context<Env>): AbortSignal {
	const controller = new AbortController();
	outgoing.once('close', () => {
		if (!outgoing.writableFinished) {
			controller.abort();
		}
	});
	return controller.signal;
}

function reply(context: Context<Env>, outcome: CallOutcome): Response {
	switch (outcome.kind) {
		case 'answer':
			return json(outcome.status, outcome.body);
		case 'malformed':
			return new Response('<html><body>502 Bad Gateway</body></html>', { headers: { 'content-type': 'text/html' } });
		case 'drop':
			context.env.incoming.socket.destroy();
			return RESPONSE_ALREADY_SENT;
	}
}

function json(status: number, body: unknown): Response {
	return Response.json(body, { status });
}
