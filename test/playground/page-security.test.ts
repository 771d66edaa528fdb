import { expect, test } from 'vitest';
import { isLoopback } from '../../src/playground/page-api/origin-guard.ts';
import { openBrowser, post, raw } from './page-support.ts';

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

test('the Bot API does not ask for a host', async () => {
	const { url, server } = await openBrowser();
	expect((await raw(url, `/bot${server.token}/getMe`, { host: 'telegram.example' })).status).toBe(200);
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
