import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkLinks, type LinkCheck } from '../../../src/cli/links/check-links.ts';
import { createProgress, SILENT } from '../../../src/cli/links/progress.ts';
import { createGuide, createText, type Draft, knowledgeFixture } from '../../support/knowledge-fixture.ts';

type Seen = { method: string | undefined; path: string; agent: string | undefined };

let server: Server;
let origin = '';
let outside = '';
let seen: Seen[] = [];
let running = 0;
let mostAtOnce = 0;

/** What the server does at each path; anything else answers 200. */
const PAGES: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
	'/gone': (_request, response) => response.writeHead(404).end(),
	'/broken': (_request, response) => response.writeHead(503).end(),
	'/no-head': ({ method }, response) => response.writeHead(method === 'HEAD' ? 405 : 200).end('a page'),
	'/no-program': (_request, response) => response.writeHead(403).end(),
	'/moved': (_request, response) => response.writeHead(301, { location: '/new-place' }).end(),
	'/sold': (_request, response) => response.writeHead(302, { location: `${outside}/shop` }).end(),
	'/slow': (_request, response) => void sleep(40).then(() => response.end()),
	'/loop': (_request, response) => response.writeHead(302, { location: '/loop' }).end(),
	'/cut': ({ socket }) => socket.destroy(),
	'/hangs': () => {},
};

beforeEach(async () => {
	seen = [];
	running = 0;
	mostAtOnce = 0;
	server = createServer((request, response) => {
		const path = request.url ?? '';
		seen.push({ method: request.method, path, agent: request.headers['user-agent'] });
		running += 1;
		mostAtOnce = Math.max(mostAtOnce, running);
		response.on('close', () => {
			running -= 1;
		});
		const page = PAGES[path];
		if (page) {
			page(request, response);
		} else {
			response.end();
		}
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	origin = `http://127.0.0.1:${port}`;
	outside = `http://localhost:${port}`;
});

afterEach(() => {
	server.closeAllConnections();
	server.close();
});

function check(paths: readonly string[], change: Partial<LinkCheck> = {}): ReturnType<typeof checkLinks> {
	return checkLinks(withLinks(paths), { fetch, timeLimitMs: 2_000, pauseMs: 0, progress: SILENT, ...change });
}

/** One carrier on the local server; its keep-number has these links, and everything else the address of `site`. */
function withLinks(
	paths: readonly string[],
	more: (draft: Draft) => void = () => {},
): ReturnType<typeof knowledgeFixture> {
	return knowledgeFixture((draft) => {
		for (const carrier of [draft.povo, draft.docomo]) {
			carrier.officialDomains = ['127.0.0.1'];
			carrier.site = `${origin}/`;
			for (const method of [...carrier.identify.methods, ...carrier.support.methods]) {
				method.links = [{ url: `${origin}/` }];
			}
		}
		draft.app.links = paths.map((path) => ({ url: `${origin}${path}` }));
		more(draft);
	});
}

const FILE = 'carriers/povo/keep-number.yaml';

test('pages that answer are good, wherever on the official domains they have moved to', async () => {
	const result = await check(['/help', '/moved', '/slow']);
	expect(result).toEqual({ output: '4 links, 0 bad\n', errors: '', code: 0 });
});

test('a page that is gone is named with its file and what to do', async () => {
	const { output, code } = await check(['/gone']);
	expect(output).toBe(
		`${origin}/gone: answers 404. Used in ${FILE}. Find the page that took its place, or remove the link.\n2 links, 1 bad\n`,
	);
	expect(code).toBe(1);
});

test('a page that answers programs with an error is to be opened by a person', async () => {
	const { output } = await check(['/broken', '/no-program']);
	expect(output).toContain(`${origin}/broken: answers 503. Used in ${FILE}. Open it in a browser`);
	expect(output).toContain(`${origin}/no-program: answers 403. Used in ${FILE}. Open it in a browser`);
	expect(output).toMatch(/\n3 links, 2 bad\n$/);
});

test('GET is asked only where HEAD is refused, and the program says who it is', async () => {
	expect((await check(['/no-head'])).code).toBe(0);
	expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual(['HEAD /', 'HEAD /no-head', 'GET /no-head']);
	expect(new Set(seen.map(({ agent }) => agent))).toEqual(new Set(['Nokori link check (open-source SIM guide)']));
});

test('a redirect that leaves the official domains is bad, even if the page is there', async () => {
	const { output, code } = await check(['/sold']);
	expect(output).toContain(`${origin}/sold: redirects to ${outside}/shop, outside the official domains. Used in`);
	expect(code).toBe(1);
});

test('a page that hangs is given up after the time limit', async () => {
	const { output } = await check(['/hangs'], { timeLimitMs: 200 });
	expect(output).toContain(`${origin}/hangs: no answer in 0.2 s. Used in ${FILE}. Try again later`);
});

test('broken connections and endless redirects are told apart', async () => {
	const { output } = await check(['/cut', '/loop']);
	expect(output).toMatch(/\/cut: (UND_ERR_SOCKET|ECONNRESET)\. /);
	expect(output).toContain('/loop: redirect count exceeded. ');
});

test('each address is asked once, with every file that uses it', async () => {
	const knowledge = withLinks(['/gone', '/gone'], ({ povo, docomo, guides, device, keepNumber, source }) => {
		povo.account = { name: 'povo', url: `${origin}/account`, login: createText() };
		docomo.site = `${origin}/gone`;
		const links = [{ url: `${origin}/gone` }, { url: `${origin}/pay` }];
		guides.push({ id: 'pay', file: 'guides/pay.yaml', entry: createGuide({ links, sources: [source] }) });
		device['check-data'] = { file: 'device/check-data.yaml', place: '', entry: keepNumber };
	});
	const { output } = await checkLinks(knowledge, { fetch, timeLimitMs: 2_000, pauseMs: 0, progress: SILENT });
	const files = ['carriers/docomo/carrier.yaml', FILE, 'device/check-data.yaml', 'guides/pay.yaml'];
	expect(output).toContain(`/gone: answers 404. Used in ${files.join(', ')}. `);
	expect(output).toMatch(/\n4 links, 1 bad\n$/);
	expect(
		seen
			.filter(({ method }) => method === 'HEAD')
			.map(({ path }) => path)
			.sort(),
	).toEqual(['/', '/account', '/gone', '/pay']);
});

test('a host gets one request at a time, with a pause between them', async () => {
	const before = performance.now();
	await check(['/slow', '/a', '/b', '/c'], { pauseMs: 30 });
	expect(mostAtOnce).toBe(1);
	expect(performance.now() - before).toBeGreaterThan(4 * 30);
});

test('no more than 4 requests run at once', async () => {
	let now = 0;
	let most = 0;
	const count: typeof fetch = async () => {
		now += 1;
		most = Math.max(most, now);
		await sleep(5);
		now -= 1;
		return new Response();
	};
	const knowledge = withLinks([], ({ app, povo }) => {
		const names = Array.from({ length: 12 }, (_, index) => `h${index}.povo.jp`);
		povo.officialDomains.push('povo.jp');
		app.links = names.map((name) => ({ url: `https://${name}/` }));
	});
	const result = await checkLinks(knowledge, { fetch: count, timeLimitMs: 2_000, pauseMs: 0, progress: SILENT });
	expect(result.output).toBe('13 links, 0 bad\n');
	expect(most).toBe(4);
});

test('without a network it says so instead of calling every link bad', async () => {
	server.closeAllConnections();
	await new Promise((closed) => server.close(closed));
	expect(await check(['/help', '/gone'])).toEqual({
		output: '',
		errors: 'No link could be checked, because every request failed (ECONNREFUSED): is this machine offline?\n',
		code: 2,
	});
});

test('a mistake of our own is not taken for a bad link', async () => {
	const broken = (): never => {
		throw new TypeError('undefined is not a function');
	};
	await expect(check(['/help'], { fetch: broken })).rejects.toThrow('undefined is not a function');
});

test('the progress counts every link and ends, whatever happens', async () => {
	const told: string[] = [];
	const progress = {
		start: (total: number) => void told.push(`start ${total}`),
		step: () => void told.push('step'),
		stop: () => void told.push('stop'),
	};
	await check(['/gone'], { progress });
	expect(told).toEqual(['start 2', 'step', 'step', 'stop']);
});

test('the bar is drawn on a terminal only', () => {
	const pipe = new PassThrough() as unknown as NodeJS.WriteStream;
	expect(createProgress(pipe, 'links')).toBe(SILENT);
	const terminal = Object.assign(new PassThrough(), { isTTY: true }) as unknown as NodeJS.WriteStream;
	expect(createProgress(terminal, 'links')).not.toBe(SILENT);
});
