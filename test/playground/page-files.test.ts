import { expect, test } from 'vitest';
import { openPageFiles } from '../../src/playground/page-api/page-files.ts';
import { openBrowser, raw } from './page-support.ts';

test('the page and its files have their types', async () => {
	const { url } = await openBrowser();
	expect((await raw(url, '/')).body).toContain('Hello');
	expect((await raw(url, '/')).headers['content-type']).toBe('text/html; charset=utf-8');
	expect((await raw(url, '/page/main.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
	expect((await raw(url, '/page/style.css')).headers['content-type']).toBe('text/css; charset=utf-8');
});

test.each([
	'/page/secret.txt',
	'/page/../package.json',
	'/page/..%2f..%2fpackage.json',
	'/page/%2e%2e/%2e%2e/package.json',
	'/page//etc/passwd',
	'/page/vendor/../../package.json',
	'/page/vendor/hono.js',
	'/page/constructor',
	'/page/',
])('%s is not served', async (path) => {
	const { url } = await openBrowser();
	const { status, body } = await raw(url, path);
	expect(status).toBe(404);
	expect(body).not.toContain('nobody asks');
});

test('a page that was not built says how to build it', async () => {
	const { url } = await openBrowser({ files: openPageFiles('/nowhere/at/all') });
	expect(await raw(url, '/')).toMatchObject({ status: 404, body: 'The page was not built: run npm run build.' });
});

test.each([
	['preact.js', 'export{'],
	['preact-hooks.js', 'from"preact"'],
	['htm.js', 'export default'],
	['htm-preact.js', 'from"htm"'],
])('the library %s is served as a module out of node_modules', async (name, part) => {
	const { url } = await openBrowser();
	const { status, headers, body } = await raw(url, `/page/vendor/${name}`);
	expect(status).toBe(200);
	expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
	expect(body).toContain(part);
	expect(body).not.toContain('require(');
});
