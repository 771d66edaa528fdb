import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runKnowledge } from '../../../src/cli/knowledge.ts';
import { LINK_CHECK } from '../../../src/cli/links/check-links.ts';
import { createKnowledgeFolder } from '../../support/knowledge-folder.ts';
import { answers, NOW, runWatch, servePages, watchingWith, watchSource, withSource } from './support.ts';

const SAYS = 're-issue is 4,950 yen';
const AT = '/povo.jp/rule?id=9';
const HOLDING = '<p>再発行 4,950円</p>';

const FILE = 'carriers/povo/keep-number.yaml';

/** An address at which a server was. */
async function closedServer(): Promise<string> {
	const server = createServer();
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	await new Promise((closed) => server.close(closed));
	return `http://127.0.0.1:${port}`;
}

test.each([
	[403, { result: 'refused', reason: 'answers 403' }],
	[401, { result: 'refused', reason: 'answers 401' }],
	[429, { result: 'refused', reason: 'answers 429' }],
	[503, { result: 'refused', reason: 'answers 503' }],
	[404, { result: 'page gone', reason: 'answers 404' }],
	[410, { result: 'page gone', reason: 'answers 410' }],
])('a page that answers %i is never called changed', async (status, verdict) => {
	expect(await watchSource(SAYS, { [AT]: answers(status) })).toMatchObject([verdict]);
});

test('a page that fails once is asked again after as long as it wants', async () => {
	const waits: number[] = [];
	const sleep = async (ms: number): Promise<void> => void waits.push(ms);
	let asked = 0;
	const page = (_request: unknown, response: ServerResponse): void => {
		asked += 1;
		if (asked === 1) {
			response.writeHead(429, { 'retry-after': '7' }).end();
		} else {
			response.writeHead(200, { 'content-type': 'text/html' }).end(HOLDING);
		}
	};
	expect(await watchSource(SAYS, { [AT]: page }, undefined, watchingWith({ sleep }))).toMatchObject([
		{ result: 'holds' },
	]);
	expect(waits).toContain(7000);
});

test('a page that hangs, before or within its text, is given up after the time limit', async () => {
	const watching = watchingWith({ timeLimitMs: 150 });
	const never = (): void => {};
	const halfway = (_request: unknown, response: ServerResponse): void => {
		response.writeHead(200, { 'content-type': 'text/html' }).write(HOLDING);
	};
	for (const page of [never, halfway]) {
		expect(await watchSource(SAYS, { [AT]: page }, undefined, watching)).toMatchObject([
			{ result: 'refused', reason: 'no answer in 0.15 s' },
		]);
	}
});

test('a connection that breaks, and a certificate that has expired, are refused', async () => {
	const cut = (_request: unknown, response: ServerResponse): void => void response.socket?.destroy();
	const [broken] = await watchSource(SAYS, { [AT]: cut });
	expect(broken?.reason).toMatch(/^(UND_ERR_SOCKET|ECONNRESET)$/);
	const expired = Object.assign(new Error('certificate has expired'), { code: 'CERT_HAS_EXPIRED' });
	const watching = watchingWith({ fetch: () => Promise.reject(new TypeError('fetch failed', { cause: expired })) });
	expect(await watchSource(SAYS, {}, undefined, watching)).toMatchObject([
		{ result: 'refused', reason: 'CERT_HAS_EXPIRED' },
	]);
});

test('a page of more than 10 MB is not read to its end', async () => {
	let sent = 0;
	const endless = (_request: unknown, response: ServerResponse): void => {
		const megabyte = Buffer.alloc(1024 * 1024, 'あ');
		response.writeHead(200, { 'content-type': 'text/html' });
		const send = (): void => {
			if (!response.destroyed && sent < 40) {
				sent += 1;
				response.write(megabyte, send);
			}
		};
		send();
	};
	expect(await watchSource(SAYS, { [AT]: endless })).toMatchObject([
		{ result: 'refused', reason: 'has more than 10 MB' },
	]);
	expect(sent).toBeLessThan(40);
});

test('a very long page, one of a single line, and one that is nested without end are read', async () => {
	const long = `${'<p>料金 1,234円</p>'.repeat(100_000)}${HOLDING}`;
	const deep = `${'<div>'.repeat(10_000)}${HOLDING}`;
	const line = `<p>${'料金1,234円と5GB、'.repeat(50_000)}4,950円</p>`;
	expect(await watchSource(SAYS, { [AT]: long })).toMatchObject([{ result: 'holds' }]);
	expect(await watchSource(SAYS, { [AT]: line })).toMatchObject([{ result: 'holds' }]);
	expect(await watchSource(SAYS, { [AT]: deep })).toMatchObject([{ result: expect.stringMatching(/gone|refused/) }]);
});

test('what is neither a page nor a PDF is refused', async () => {
	expect(await watchSource(SAYS, { [AT]: answers(200, { 'content-type': 'image/png' }) })).toMatchObject([
		{ result: 'refused', reason: 'is image/png, which has no text' },
	]);
	const broken = (_request: unknown, response: ServerResponse): void =>
		void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7 and then nothing');
	const [pdf] = await watchSource(SAYS, { [AT]: broken });
	expect(pdf).toMatchObject({ result: 'refused', reason: expect.stringMatching(/^is a PDF/) });
});

test('robots.txt is asked once a host, and respected', async () => {
	const robots = 'User-agent: *\nDisallow: /rule\n';
	const text = (_request: unknown, response: ServerResponse): void =>
		void response.writeHead(200, { 'content-type': 'text/plain' }).end(robots);
	const { folder } = createKnowledgeFolder(
		withSource(SAYS, ({ app, source }) => {
			app.sources.push({ ...source, url: 'https://povo.jp/other', says: '390 yen' });
		}),
	);
	const server = await servePages({ '/povo.jp/robots.txt': text, [AT]: HOLDING, '/povo.jp/other': '<p>390円</p>' });
	const { output } = await runWatch(folder, server, ['carriers/povo/keep-number', '--json']);
	expect(JSON.parse(output).claims).toMatchObject([
		{ result: 'refused', reason: 'robots.txt keeps programs away' },
		{ result: 'holds' },
	]);
	expect(server.seen.map(({ path }) => path)).toEqual(['/povo.jp/robots.txt', '/povo.jp/other']);
	expect(server.seen[0]?.agent).toBe('Nokori knowledge watch (open-source SIM guide)');
});

test('a host whose robots.txt fails is left alone', async () => {
	const pages = { '/povo.jp/robots.txt': answers(500), [AT]: HOLDING };
	expect(await watchSource(SAYS, pages)).toMatchObject([{ result: 'refused', reason: 'robots.txt answers 500' }]);
});

test('a host gets one request at a time, and a page is asked once however often it is a source', async () => {
	const { folder } = createKnowledgeFolder(
		withSource(SAYS, ({ app, source }) => {
			for (const id of [1, 2, 3]) {
				app.sources.push({ ...source, url: `https://povo.jp/${id}` }, { ...source, says: `${id}0 days` });
			}
		}),
	);
	const server = await servePages({ [AT]: HOLDING });
	await runWatch(folder, server, ['carriers/povo/keep-number']);
	expect(server.mostAtOnce()).toBe(1);
	expect(server.seen.filter(({ path }) => path === AT)).toHaveLength(1);
});

test('a source without anything to look for is told as such, unless its page is gone', async () => {
	const says = 'toppings are bought in the app';
	expect(await watchSource(says, { [AT]: HOLDING })).toMatchObject([{ result: 'nothing to look for' }]);
	expect(await watchSource(says, {})).toMatchObject([{ result: 'page gone' }]);
});

test('a page that says that it is not there is gone, whatever its status', async () => {
	const page = '<title>404</title><p>お探しのページが見つかりません。</p>';
	expect(await watchSource(SAYS, { [AT]: page })).toMatchObject([{ result: 'page gone' }]);
});

test('a page that asks whether one is human is refused', async () => {
	const page = '<title>Just a moment...</title><p>Verify you are human</p>';
	expect(await watchSource(SAYS, { [AT]: page })).toMatchObject([{ result: 'refused' }]);
});

test('without a network it says so, writes nothing and ends with 2', async () => {
	const { folder } = createKnowledgeFolder(withSource(SAYS));
	const dead = Object.assign(new Error(), { code: 'ENOTFOUND' });
	const watching = watchingWith({ fetch: () => Promise.reject(new TypeError('fetch failed', { cause: dead })) });
	expect(await runKnowledge(['watch', '--write', '--folder', folder], NOW, LINK_CHECK, watching)).toEqual({
		output: '',
		errors: 'No source could be read (ENOTFOUND): is this machine offline?\n',
		code: 2,
	});
	expect(readFileSync(join(folder, FILE), 'utf8')).toContain('checked: 2026-11\n');
});

test('a server that was to have the pages, and does not answer, is named', async () => {
	const { folder } = createKnowledgeFolder(withSource(SAYS));
	const url = await closedServer();
	const { errors, code } = await runWatch(folder, { url });
	expect({ errors, code }).toEqual({
		errors: `No source could be read (ECONNREFUSED): does ${url}/ answer?\n`,
		code: 2,
	});
});

test('a prefix without files, and an address that is none, are told', async () => {
	const { folder } = createKnowledgeFolder(withSource(SAYS));
	const run = (...args: string[]) =>
		runKnowledge(['watch', ...args, '--folder', folder], NOW, LINK_CHECK, watchingWith());
	expect(await run('carriers/nobody')).toMatchObject({ code: 1, errors: expect.stringContaining('"carriers/nobody"') });
	expect((await run('--through', 'ftp://x')).errors).toMatch(/^Write "check"/);
	expect((await run('--table')).errors).toMatch(/^Write "check"/);
});
