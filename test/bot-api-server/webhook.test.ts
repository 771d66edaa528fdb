import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { refusal, setUp } from './support.ts';

type Seen = { secret: string | undefined; text: string };

/** A listener that answers with the given codes in turn, then 200. */
async function listen(codes: number[], seen: Seen[]): Promise<string> {
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk) => {
			body += chunk;
		});
		request.on('end', () => {
			const secret = request.headers['x-telegram-bot-api-secret-token'];
			seen.push({ secret: String(secret), text: JSON.parse(body).message.text });
			response.writeHead(codes.shift() ?? 200).end();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => void server.close());
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

test('updates are posted with the secret, again until the bot says 200', async () => {
	const { server, api } = await setUp();
	const seen: Seen[] = [];
	await api.setWebhook('https://bot.example.org/hook', { secret_token: 's-1' });
	server.deliverTo(await listen([500], seen), 1);
	const alice = server.person({ name: 'Alice' });
	await Promise.all([alice.sends('one'), alice.sends('two')]);
	expect(seen.map(({ text }) => text)).toEqual(['one', 'one', 'two']);
	expect(seen.every(({ secret }) => secret === 's-1')).toBe(true);
	expect(await api.getWebhookInfo()).toMatchObject({
		url: 'https://bot.example.org/hook',
		pending_update_count: 0,
		last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
	});
});

test('a test may also take updates itself and confirm them', async () => {
	const { server } = await setUp();
	const texts: unknown[] = [];
	server.world.onUpdate(({ update_id, message }) => {
		texts.push(message?.text);
		server.world.confirm(update_id);
	});
	await server.person({ name: 'Alice' }).sends('hello');
	expect(texts).toEqual(['hello']);
});

test('a webhook needs https, a usual port, a public host and a clean secret', async () => {
	const { api } = await setUp();
	const reasons = await Promise.all([
		refusal(api.setWebhook('http://bot.example.org/')),
		refusal(api.setWebhook('https://bot.example.org:3000/')),
		refusal(api.setWebhook('https://localhost/')),
		refusal(api.setWebhook('https://127.0.0.1/')),
		refusal(api.setWebhook('https://bot.example.org/', { secret_token: 'a b' })),
		refusal(api.setWebhook('https://bot.example.org/', { secret_token: 'x'.repeat(257) })),
	]);
	expect(reasons).toEqual([
		'400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
		'400 Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
		'400 Bad Request: bad webhook: Failed to resolve host: Name or service not known',
		'400 Bad Request: bad webhook: IP address 127.0.0.1 is reserved',
		'400 Bad Request: secret token contains unallowed characters',
		'400 Bad Request: secret token is too long',
	]);
	expect(await api.getWebhookInfo()).toEqual({ url: '', has_custom_certificate: false, pending_update_count: 0 });
});

test('dropping pending updates forgets them', async () => {
	const { server, api } = await setUp();
	const sent = server.person({ name: 'Alice' }).sends('old');
	expect((await api.getWebhookInfo()).pending_update_count).toBe(1);
	await api.deleteWebhook({ drop_pending_updates: true });
	expect(await api.getUpdates()).toEqual([]);
	await sent;
});
