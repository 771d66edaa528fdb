import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Env } from '../bot-api/app.ts';
import { readAct } from './act-schema.ts';
import { perform } from './acts.ts';
import { openEventStream } from './event-stream.ts';
import { guard } from './guard.ts';
import type { Hub } from './hub.ts';
import { contentPolicy, type PageFiles } from './page-files.ts';
import type { Stage } from './stage.ts';
import type { ActAnswer, OlderMessages, State } from './types.ts';
import { findUpload } from './upload.ts';

/** An act is a few kilobytes at most. */
const MAX_BODY_BYTES = 1024 * 1024;

export type Parts = {
	stage: Stage;
	hub: Hub;
	files: PageFiles;
	readState: () => State;
	/** @throws Error for a chat that is not there */
	history: (chat: string, before?: number) => OlderMessages;
	moveClock: (days: number) => Promise<void>;
};

/** What the browser asks for; see types.ts for what is said. */
export function createPageApp(parts: Parts): Hono<Env> {
	const app = new Hono<Env>();
	for (const path of ['/', '/page/*']) {
		app.use(path, guard);
	}
	app.use('/page/api/*', async (context, next) => {
		await next();
		context.header('Cache-Control', 'no-store');
	});
	addReading(app, parts);
	addActing(app, parts);
	app.all('/page/api/*', (context) => refuse(context, 404, 'There is nothing here.'));
	app.get('/', (context) => serveFile(context, parts.files, 'index.html'));
	app.get('/page/*', (context) => serveFile(context, parts.files, context.req.path.slice('/page/'.length)));
	app.onError((error, context) => refuse(context, 500, error.message));
	return app;
}

function addReading(app: Hono<Env>, { stage, hub, readState, history }: Parts): void {
	app.get('/page/api/state', (context) => context.json(readState()));
	app.get('/page/api/events', (context) =>
		context.body(openEventStream(hub, readState), 200, { 'Content-Type': 'text/event-stream; charset=utf-8' }),
	);
	app.get('/page/api/messages', (context) => {
		const [chat, before] = [context.req.query('chat') ?? '', Number(context.req.query('before'))];
		if (!stage.rooms.some(({ view }) => view.id === chat) || !Number.isSafeInteger(before)) {
			return refuse(context, 400, 'Ask with ?chat=…&before=ID, the id of a message in that chat.');
		}
		return context.json(history(chat, before));
	});
	app.get('/page/api/files/:id', (context) => {
		const file = findUpload(stage, Number(context.req.param('id')));
		if (!file) {
			return refuse(context, 404, 'This message holds no file.');
		}
		// Saved, never shown: whatever it holds, it does not run here.
		return context.body(new Uint8Array(file.bytes), 200, {
			'Content-Type': 'application/octet-stream',
			'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
		});
	});
}

function addActing(app: Hono<Env>, { stage, moveClock }: Parts): void {
	const limit = bodyLimit({
		maxSize: MAX_BODY_BYTES,
		onError: (context) => refuse(context, 413, 'The act is larger than 1 MB.'),
	});
	app.post('/page/api/acts', limit, async (context) => {
		// A form of another page can be sent here without asking, but not as JSON.
		if (!/^application\/json\s*(;|$)/i.test(context.req.header('content-type') ?? '')) {
			return refuse(context, 415, 'Send the act as application/json.');
		}
		const read = readAct(await context.req.text());
		if ('problem' in read) {
			return refuse(context, 400, read.problem);
		}
		const { act } = read;
		const done = act.act === 'clock' ? moveClock(act.days).then(() => ({ ok: true as const })) : perform(stage, act);
		// Refused as a client of Telegram would refuse it, which is no mistake of the page.
		return context.json(await done.catch((error: Error): ActAnswer => ({ ok: false, error: error.message })));
	});
	app.all('/page/api/acts', (context) => {
		context.header('Allow', 'POST');
		return refuse(context, 405, 'Acts are posted.');
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
		// Asked for anew each time: after a restart nothing old may stay.
		'Cache-Control': 'no-cache',
		'Content-Security-Policy': contentPolicy(html),
	});
}

function refuse(context: Context, status: 400 | 404 | 405 | 413 | 415 | 500, error: string): Response {
	return context.json({ ok: false, error } satisfies ActAnswer, status);
}
