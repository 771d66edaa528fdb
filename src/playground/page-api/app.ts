import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Env } from '../../bot-api-server/app.ts';
import { readAction } from './action-schema.ts';
import { type Broadcaster, openEventStream } from './broadcaster.ts';
import { PHOTO_TYPE } from './media.ts';
import { contentPolicy, type PageFiles } from './page-files.ts';
import type { ActionResult, OlderMessages, PlaygroundState } from './protocol.ts';
import type { Scenario } from './scenario.ts';
import { performAction } from './user-actions.ts';

/** An action is a few kilobytes at most. */
const MAX_BODY_BYTES = 1024 * 1024;
/** Each open page is told of every change. */
const MAX_PAGES = 20;

type Parts = {
	scenario: Scenario;
	broadcaster: Broadcaster;
	files: PageFiles;
	readState: () => PlaygroundState;
	/** @throws Error for a chat that does not exist */
	readHistory: (chat: string, before?: number) => OlderMessages;
	moveClock: (days: number) => Promise<void>;
};

/** The routes of the page, see protocol.ts. */
export function createPageApp(parts: Parts): Hono<Env> {
	const app = new Hono<Env>();
	app.use('/page/api/*', async (context, next) => {
		await next();
		context.header('Cache-Control', 'no-store');
	});
	addReadRoutes(app, parts);
	addActionRoute(app, parts);
	app.all('/page/api/*', (context) => refuse(context, 404, 'There is nothing here.'));
	app.get('/', (context) => serveFile(context, parts.files, 'index.html'));
	app.get('/page/*', (context) => serveFile(context, parts.files, context.req.path.slice('/page/'.length)));
	app.onError((error, context) => refuse(context, 500, error.message));
	return app;
}

function addReadRoutes(app: Hono<Env>, { scenario, broadcaster, readState, readHistory }: Parts): void {
	app.get('/page/api/state', (context) => context.json(readState()));
	app.get('/page/api/events', (context) =>
		broadcaster.size() < MAX_PAGES
			? context.body(openEventStream(broadcaster, readState), 200, {
					'Content-Type': 'text/event-stream; charset=utf-8',
				})
			: refuse(context, 503, `${MAX_PAGES} pages are open already: close one, then load this page again.`),
	);
	app.get('/page/api/messages', (context) => {
		const [chat, before] = [context.req.query('chat') ?? '', Number(context.req.query('before'))];
		if (!scenario.rooms.some(({ view }) => view.id === chat) || !Number.isSafeInteger(before)) {
			return refuse(context, 400, 'Ask with ?chat=…&before=ID, the id of a message in that chat.');
		}
		return context.json(readHistory(chat, before));
	});
	app.get('/page/api/files/:id', (context) => {
		const { file, message } = scenario.findMessage(Number(context.req.param('id')))?.stored ?? {};
		if (!file) {
			return refuse(context, 404, 'This message holds no file.');
		}
		if (message?.photo) {
			return context.body(new Uint8Array(file.bytes), 200, { 'Content-Type': PHOTO_TYPE });
		}
		// Served for download only, so that a script in it cannot run on this origin.
		return context.body(new Uint8Array(file.bytes), 200, {
			'Content-Type': 'application/octet-stream',
			'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
		});
	});
}

function addActionRoute(app: Hono<Env>, { scenario, moveClock }: Parts): void {
	const limit = bodyLimit({
		maxSize: MAX_BODY_BYTES,
		onError: (context) => refuse(context, 413, 'The action is larger than 1 MB.'),
	});
	app.post('/page/api/actions', limit, async (context) => {
		// Another website can send a form here without a preflight request, but no JSON (CSRF).
		if (!/^application\/json\s*(;|$)/i.test(context.req.header('content-type') ?? '')) {
			return refuse(context, 415, 'Send the action as application/json.');
		}
		const read = readAction(await context.req.text());
		if ('problem' in read) {
			return refuse(context, 400, read.problem);
		}
		const { action } = read;
		const done =
			action.action === 'clock'
				? moveClock(action.days).then(() => ({ ok: true as const }))
				: performAction(scenario, action);
		// A client of Telegram would refuse this too: the request itself was fine, so the status is 200.
		return context.json(await done.catch((error: Error): ActionResult => ({ ok: false, error: error.message })));
	});
	app.all('/page/api/actions', (context) => {
		context.header('Allow', 'POST');
		return refuse(context, 405, 'Actions are posted.');
	});
}

function serveFile(context: Context, files: PageFiles, name: string): Response {
	const file = files.read(name);
	if (!file) {
		return context.text(name === 'index.html' ? 'The page was not built: run npm run build.' : 'Not found', 404);
	}
	const html = name === 'index.html' ? new TextDecoder().decode(file.body) : '';
	return context.body(file.body, 200, {
		'Content-Type': file.type,
		// Revalidated each time, so that nothing old stays after a restart.
		'Cache-Control': 'no-cache',
		'Content-Security-Policy': contentPolicy(html),
	});
}

function refuse(context: Context, status: 400 | 404 | 405 | 413 | 415 | 500 | 503, error: string): Response {
	return context.json({ ok: false, error } satisfies ActionResult, status);
}
