import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { answer, box, inBrowser, isChromiumMissing, sees, sends, suggestions } from './support.ts';

const SCRIPT = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script><b>bold</b> [a](javascript:alert(1))';

describe.skipIf(isChromiumMissing())('safety in the browser', () => {
	const { open, program } = inBrowser();

	test('pasted HTML and scripts are shown as they are and never run', async () => {
		const tab = await open({ person: 'alice', chat: 'group:osaka' });
		await sends(tab, SCRIPT);
		await sees(tab.getByRole('article').filter({ hasText: SCRIPT }).last());
		await tab.getByRole('button', { name: 'Reply to Alice' }).last().click();
		await sends(tab, `@nokori_bot ${SCRIPT}`);
		await sees(tab.getByRole('button', { name: /In reply to Alice: <img/ }));
		await tab.reload();
		await sees(tab.getByRole('article').filter({ hasText: SCRIPT }).last());
		expect(await tab.evaluate('window.hurt')).toBeUndefined();
		expect(await tab.locator('[role=log] img, [role=log] script, [role=log] b').count()).toBe(0);
		expect(await tab.locator('a[href^="javascript"]').count()).toBe(0);
		expect(tab.problems).toEqual([]);
	});

	test('words in the address name nobody, and do not run', async () => {
		const tab = await open({ person: SCRIPT, chat: SCRIPT });
		await sees(tab.getByRole('heading', { name: 'Nokori', exact: true }));
		expect(await tab.evaluate('window.hurt')).toBeUndefined();
	});

	test('no other host is asked for anything', async () => {
		const tab = await open({ person: 'alice' });
		await sends(tab, '/keep povo');
		await sees(answer(tab, 'povo2.0'));
		await box(tab).fill('@nokori_bot povo');
		await sees(suggestions(tab).first());
		expect(tab.foreign).toEqual([]);
		expect(tab.problems).toEqual([]);
	});

	test('what is refused stands in the chat as a red bubble', async () => {
		const tab = await open({ person: 'alice' });
		await tab.route('**/page/api/actions', (route) =>
			route.fulfill({ json: { ok: false, error: 'Too Many Requests' } }),
		);
		await sends(tab, 'hello');
		await sees(tab.getByRole('article', { name: /^You/ }).filter({ hasText: 'Refused: Too Many Requests' }));
	});

	test.each(['evil.example', 'evil.example:80', '127.0.0.1:1'])('the host %s is refused', async (host) => {
		expect(await statusFor('/', host)).toBe(403);
		expect(await statusFor('/page/api/state', host)).toBe(403);
	});

	async function statusFor(path: string, host: string): Promise<number | undefined> {
		return await new Promise((done, failed) => {
			const asked = request(new URL(path, program().url), { headers: { host } }, (response) => {
				response.resume();
				done(response.statusCode);
			});
			asked.on('error', failed);
			asked.end();
		});
	}
});
