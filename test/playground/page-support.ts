import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api } from 'grammy';
import { onTestFinished } from 'vitest';
import { type BotApiServer, createBotApiServer } from '../../src/bot-api-server/index.ts';
import { guardOrigin } from '../../src/playground/page-api/origin-guard.ts';
import {
	type ChatPage,
	createChatPage,
	createMovableClock,
	type PageOptions,
} from '../../src/playground/page-api/page.ts';
import { openPageFiles } from '../../src/playground/page-api/page-files.ts';
import type {
	ActionResult,
	MessageView,
	PlaygroundState,
	StateChange,
	UserAction,
} from '../../src/playground/page-api/protocol.ts';

export const START = Date.UTC(2026, 8, 1);

export type Browser = {
	url: string;
	server: BotApiServer;
	page: ChatPage;
	api: Api;
	state: () => Promise<PlaygroundState>;
	messages: (chat: string) => Promise<MessageView[]>;
	perform: (action: UserAction) => Promise<ActionResult>;
};

/** A server with a page, and what a browser does with it. The real time stands still. */
export async function openBrowser(options: Partial<PageOptions> = {}): Promise<Browser> {
	const clock = createMovableClock(() => START);
	let page: ChatPage | undefined;
	const server = await createBotApiServer({
		now: clock.now,
		confirmTimeoutMs: 3000,
		guard: guardOrigin,
		page: (serverState) => {
			page = createChatPage(serverState, { clock, files: openPageFiles(pageFolder()), ...options });
			return page.app;
		},
	});
	onTestFinished(() => server.close());
	const { url } = server;
	const state = async (): Promise<PlaygroundState> =>
		(await (await fetch(`${url}/page/api/state`)).json()) as PlaygroundState;
	return {
		url,
		server,
		page: page as ChatPage,
		api: new Api(server.token, { apiRoot: url }),
		state,
		messages: async (chat) => (await state()).messages.filter((message) => message.chat === chat),
		perform: async (action) => (await (await post(url, action)).json()) as ActionResult,
	};
}

export async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
	return await fetch(`${url}/page/api/actions`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...headers },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
}

/** A small page, as the build would leave it. */
export function pageFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'nokori-page-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	writeFileSync(join(folder, 'index.html'), '<!doctype html><script type="importmap">{"imports":{}}</script><p>Hello');
	writeFileSync(join(folder, 'main.js'), 'export const one = 1;');
	writeFileSync(join(folder, 'style.css'), 'p {}');
	writeFileSync(join(folder, 'secret.txt'), 'nobody asks for this');
	return folder;
}

export type Raw = { status: number; headers: IncomingHttpHeaders; body: string };

/** A request whose path and headers are sent exactly as given, which `fetch` would not do. */
export async function raw(url: string, path: string, headers: Record<string, string> = {}): Promise<Raw> {
	const { hostname, port } = new URL(url);
	const sent = request({ host: hostname, port, path, headers }).end();
	const [response] = await once(sent, 'response');
	let body = '';
	for await (const chunk of response) {
		body += chunk;
	}
	return { status: response.statusCode, headers: response.headers, body };
}

export type Tab = { state: () => PlaygroundState | undefined; changes: StateChange[]; close: () => void };

/** A page that is open: the state it got first, and every change since. */
export async function openTab(url: string): Promise<Tab> {
	const controller = new AbortController();
	const response = await fetch(`${url}/page/api/events`, { signal: controller.signal });
	const changes: StateChange[] = [];
	let state: PlaygroundState | undefined;
	const take = (event: string): void => {
		const data = /^data: (.*)$/m.exec(event)?.[1];
		if (data === undefined) {
			return;
		}
		if (/^event: state$/m.test(event)) {
			state = JSON.parse(data) as PlaygroundState;
		} else {
			changes.push(JSON.parse(data) as StateChange);
		}
	};
	void read(response, take).catch(() => undefined);
	onTestFinished(() => controller.abort());
	return { state: () => state, changes, close: () => controller.abort() };
}

async function read(response: Response, take: (event: string) => void): Promise<void> {
	let text = '';
	for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
		const parts = (text + chunk).split('\n\n');
		text = parts.pop() ?? '';
		for (const part of parts) {
			take(part);
		}
	}
}
