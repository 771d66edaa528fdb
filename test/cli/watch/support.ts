import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Knowledge } from '../../../src/catalogue/load.ts';
import { runKnowledge } from '../../../src/cli/knowledge.ts';
import { LINK_CHECK } from '../../../src/cli/links/check-links.ts';
import type { Claim } from '../../../src/cli/watch/claims.ts';
import type { Verdict } from '../../../src/cli/watch/judge.ts';
import { WATCHING, type Watching } from '../../../src/cli/watch/watching.ts';
import { type Draft, knowledgeFixture } from '../../support/knowledge-fixture.ts';
import { createKnowledgeFolder } from '../../support/knowledge-folder.ts';

/** A page: its HTML, or whatever a server does. */
type Page = string | ((request: IncomingMessage, response: ServerResponse) => void);

export type PageServer = { url: string; seen: { path: string; agent: string | undefined }[]; mostAtOnce: () => number };

/** A server with pages at /<host>/<path>?<query>, gone after the test. Anything else is not found. */
export async function servePages(pages: Record<string, Page>): Promise<PageServer> {
	const seen: PageServer['seen'] = [];
	let running = 0;
	let most = 0;
	const server = createServer((request, response) => {
		const path = request.url ?? '';
		seen.push({ path, agent: request.headers['user-agent'] });
		running += 1;
		most = Math.max(most, running);
		response.on('close', () => {
			running -= 1;
		});
		const page = pages[path];
		if (typeof page === 'function') {
			page(request, response);
		} else if (page === undefined) {
			response.writeHead(404).end();
		} else {
			response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
		}
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, mostAtOnce: () => most };
}

export type JsonClaim = Verdict & Pick<Claim, 'file' | 'place' | 'carrier' | 'urls'> & { claim: string };

/** Without pauses. What would be waited for is only noted. */
export function watchingWith(change: Partial<Watching> = {}): Watching {
	return { ...WATCHING, timeLimitMs: 2_000, pauseMs: 0, sleep: async () => undefined, ...change };
}

export const NOW = new Date('2026-11-29T03:00:00Z');

/** Runs the command on a folder, through a server. */
export function runWatch(
	folder: string,
	server: Pick<PageServer, 'url'>,
	args: readonly string[] = [],
	watching = watchingWith(),
): ReturnType<typeof runKnowledge> {
	const all = ['watch', ...args, '--folder', folder, '--through', server.url];
	return runKnowledge(all, NOW, LINK_CHECK, watching);
}

/** Knowledge with one source that has something to look for; no other source has. */
export function withSource(says: string, change: (draft: Draft) => void = () => {}): Knowledge {
	return knowledgeFixture((draft) => {
		draft.source.says = says;
		draft.source.url = 'https://povo.jp/rule?id=9';
		change(draft);
	});
}

/** The claims of the povo file with the fixture's own procedure, as the command prints them. */
export async function watchSource(
	says: string,
	pages: Record<string, Page>,
	change: (draft: Draft) => void = () => {},
	watching = watchingWith(),
): Promise<JsonClaim[]> {
	const { folder } = createKnowledgeFolder(withSource(says, change));
	const server = await servePages(pages);
	const { output, errors } = await runWatch(folder, server, ['carriers/povo/keep-number', '--json'], watching);
	if (output === '') {
		throw new Error(errors);
	}
	return (JSON.parse(output) as { claims: JsonClaim[] }).claims;
}

/** A page that answers with nothing but this. */
export function answers(status: number, headers: Record<string, string> = {}): Page {
	return (_request, response) => void response.writeHead(status, headers).end();
}
