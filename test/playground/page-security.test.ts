import { expect, onTestFinished, test } from 'vitest';
import { openPlayground } from '../../src/playground/index.ts';
import { isLoopback } from '../../src/playground/page-api/origin-guard.ts';
import { openBrowser, openTab, post, raw } from './page-support.ts';

const portOf = (url: string): string => new URL(url).port;

test.each(['localhost', '127.0.0.1', '[::1]'])('%s is a name of this machine', async (name) => {
	const { url } = await openBrowser();
	for (const path of ['/', '/page/main.js', '/page/api/state']) {
		expect((await raw(url, path, { host: `${name}:${portOf(url)}` })).status).toBe(200);
	}
});

test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '10.0.0.5', '0.0.0.0'])(
	'a request for %s is refused, although it arrived here',
	async (name) => {
		const { url } = await openBrowser();
		for (const path of ['/', '/page/main.js', '/page/api/state', '/page/api/events', '/page/vendor/htm.js']) {
			const { status, body } = await raw(url, path, { host: `${name}:${portOf(url)}` });
			expect(status).toBe(403);
			expect(body).not.toContain('Hello');
		}
	},
);

test('a request for another port of this machine is refused', async () => {
	const { url } = await openBrowser();
	expect((await raw(url, '/', { host: 'localhost:1' })).status).toBe(403);
	expect((await raw(url, '/', { host: 'localhost' })).status).toBe(403);
});

test.each(['http://evil.example', 'null', 'https://127.0.0.1:PORT', 'http://127.0.0.1:1', 'http://localhost:PORT'])(
	'an action of the origin %s is refused and does nothing',
	async (origin) => {
		const { url, state } = await openBrowser();
		const action = { action: 'clock', days: 7 };
		const response = await post(url, action, { origin: origin.replace('PORT', portOf(url)) });
		expect(response.status).toBe(403);
		expect((await state()).clock.offset).toBe(0);
	},
);

test('the own origin is let in', async () => {
	const { url } = await openBrowser();
	const response = await post(url, { action: 'clock', days: 1 }, { origin: url });
	expect(await response.json()).toEqual({ ok: true });
});

const SEND = 'sendMessage?chat_id=5000000001&text=hello';

test.each<[string, Record<string, string>]>([
	['a foreign host', { host: 'evil.example:PORT' }],
	['an origin of another site', { origin: 'http://evil.example' }],
	['an opaque origin', { origin: 'null' }],
	['another port of this machine', { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'same-site' }],
	['an image on a page of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'image' }],
	['an image on another port of this machine', { 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'image' }],
	['a link on a page of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }],
	['an image of an older browser', { referer: 'http://evil.example/page' }],
	['a site that begins like this one', { referer: 'http://127.0.0.1:PORT0/page' }],
])('a call to the Bot API with %s is refused and does nothing', async (_name, headers) => {
	const { url, server } = await openBrowser();
	const sent = Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', portOf(url))]);
	for (const path of [SEND, 'setWebhook?url=https://evil.example/x', 'getUpdates']) {
		expect((await raw(url, `/bot${server.token}/${path}`, Object.fromEntries(sent))).status).toBe(403);
	}
	expect(server.calls.all).toEqual([]);
	for (const path of ['/page/main.js', '/page/api/state', '/page/api/events']) {
		expect((await raw(url, path, Object.fromEntries(sent))).status).toBe(403);
	}
});

test('a bot calls the Bot API without any of these headers', async () => {
	const { url, server } = await openBrowser();
	expect((await raw(url, `/bot${server.token}/getMe`)).status).toBe(200);
});

test('a link from anywhere opens the page, and nothing else', async () => {
	const { url } = await openBrowser();
	const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document', referer: 'http://docs.example/' };
	expect((await raw(url, '/', link)).status).toBe(200);
	expect((await raw(url, '/page/api/state', link)).status).toBe(403);
	expect((await raw(url, '/', { ...link, 'sec-fetch-dest': 'iframe' })).status).toBe(403);
});

test('what the page itself asks for is let in', async () => {
	const { url } = await openBrowser();
	const own = { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty', referer: `${url}/` };
	expect((await raw(url, '/page/api/state', own)).status).toBe(200);
});

test('each run has a token of its own, so that nobody can know it', async () => {
	const tokens = [];
	for (let run = 0; run < 2; run += 1) {
		const playground = await openPlayground({ host: '127.0.0.1', port: 0 });
		onTestFinished(() => playground.close());
		tokens.push(playground.connection.token);
		const { status } = await raw(playground.url, `/bot${playground.connection.token}/getMe`, { host: 'evil.example' });
		expect(status).toBe(403);
	}
	expect(tokens[0]).toMatch(/^4200001:[\w-]{35}$/);
	expect(tokens[0]).not.toBe(tokens[1]);
});

test('twenty pages are told of every change, and the next one is told why it is not', async () => {
	const { url, page } = await openBrowser();
	const tabs = [];
	for (let count = 0; count < 20; count += 1) {
		tabs.push(await openTab(url));
	}
	const { status, body } = await raw(url, '/page/api/events');
	expect(status).toBe(503);
	expect(JSON.parse(body)).toEqual({
		ok: false,
		error: '20 pages are open already: close one, then load this page again.',
	});
	tabs[0]?.close();
	await expect.poll(() => page.broadcaster.size()).toBe(19);
	const again = await openTab(url);
	await expect.poll(() => again.state()?.bot).toBe('nokori_bot');
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
	'an action sent as "%s" is refused, since a form of any page could send it',
	async (type) => {
		const { url, state } = await openBrowser();
		const response = await post(url, { action: 'clock', days: 7 }, { 'content-type': type });
		expect(response.status).toBe(415);
		expect((await state()).clock.offset).toBe(0);
	},
);

test('an action over 1 MB is refused', async () => {
	const { url } = await openBrowser();
	const text = 'x'.repeat(1024 * 1024);
	const response = await post(url, { action: 'send', person: 'alice', chat: 'private:alice', text });
	expect(response.status).toBe(413);
});

test('actions are only posted', async () => {
	const { url } = await openBrowser();
	const response = await fetch(`${url}/page/api/actions`);
	expect(response.status).toBe(405);
	expect(response.headers.get('allow')).toBe('POST');
});

test('every answer forbids guessing its type, and the api is never cached', async () => {
	const { url } = await openBrowser();
	for (const path of ['/', '/page/style.css', '/page/api/state', '/page/api/messages', '/page/api/nothing']) {
		const { headers } = await raw(url, path);
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['cache-control']).toBe(path.startsWith('/page/api/') ? 'no-store' : 'no-cache');
		expect(headers['access-control-allow-origin']).toBeUndefined();
	}
});

test('the page runs only scripts of its own, and those it was written with', async () => {
	const { url } = await openBrowser();
	const policy = String((await raw(url, '/')).headers['content-security-policy']);
	expect(policy).toContain("default-src 'self'");
	expect(policy).toMatch(/script-src 'self' 'sha256-[\w+/]{43}='/);
	expect(policy).toContain("frame-ancestors 'none'");
	expect(policy).not.toContain('unsafe');
});

test('only addresses of this machine are loopback', () => {
	expect(['localhost', '127.0.0.1', '127.1.2.3', '::1'].filter(isLoopback)).toHaveLength(4);
	expect(['0.0.0.0', '::', '', '192.168.1.2', 'example.com', '127.example.com'].filter(isLoopback)).toEqual([]);
});
