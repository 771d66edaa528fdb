import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { refusal, setUp } from './support.ts';

type Seen = { secret: string | undefined; text: string };

/** A listener that answers with the given codes in turn, then 200. */
async function listen(codes: number[], seen: Seen[], onRequest: () => void = () => undefined): Promise<string> {
	const server = createServer((request, response) => {
		let body = '';
		onRequest();
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

test.each([
	['http://bot.example.org/', undefined, 'bad webhook: An HTTPS URL must be provided for webhook'],
	['https://bot.example.org:3000/', undefined, 'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443'],
	['https://localhost/', undefined, 'bad webhook: Failed to resolve host: Name or service not known'],
	['https://127.0.0.1/', undefined, 'bad webhook: IP address 127.0.0.1 is reserved'],
	['https://bot.example.org/', 'a b', 'secret token contains unallowed characters'],
	['https://bot.example.org/', 'x'.repeat(257), 'secret token is too long'],
])('the webhook %s is refused with the secret %s', async (url, secret, reason) => {
	const { api } = await setUp();
	const options = secret === undefined ? {} : { secret_token: secret };
	expect(await refusal(api.setWebhook(url, options))).toBe(`400 Bad Request: ${reason}`);
	expect(await api.getWebhookInfo()).toEqual({ url: '', has_custom_certificate: false, pending_update_count: 0 });
});

test('a webhook can be set once a second, and taken back at any time', async () => {
	const { api } = await setUp();
	await api.setWebhook('https://bot.example.org/one');
	expect(await refusal(api.setWebhook('https://bot.example.org/two'))).toBe('429 Too Many Requests: retry after 1');
	await api.deleteWebhook();
	expect((await api.getWebhookInfo()).url).toBe('');
	await wait(1000);
	expect(await api.setWebhook('https://bot.example.org/two')).toBe(true);
});

test('a webhook that is being set gives way to a later change', async () => {
	const { server, api } = await setUp();
	await api.setWebhook('https://bot.example.org/one');
	await wait(1000);
	const { polling } = server.world;
	polling.closingMs = 2000;
	const older = refusal(api.setWebhook('https://bot.example.org/two'));
	await expect.poll(() => polling.endSetWebhook, { interval: 1 }).toBeDefined();
	polling.closingMs = 20;
	const [refused] = await Promise.all([older, api.deleteWebhook()]);
	expect(refused).toBe('409 Conflict: terminated by other setWebhook');
	expect((await api.getWebhookInfo()).url).toBe('');
});

test('pauses grow after each failure, and Retry-After is honoured', async () => {
	const { server, api } = await setUp({ now: Date.now });
	const seen: Seen[] = [];
	const times: number[] = [];
	await api.setWebhook('https://bot.example.org/hook');
	server.deliverTo(await listen([500, 502, 500, 500], seen, () => times.push(performance.now())), 40);
	await server.person({ name: 'Alice' }).sends('hello');
	const pauses = times.slice(1).map((time, index) => Math.round((time - (times[index] ?? 0)) / 40));
	// At once after the first, then 2, 4 and 8 units.
	expect(pauses).toHaveLength(4);
	expect(pauses[0]).toBeLessThanOrEqual(1);
	expect(pauses[1]).toBeGreaterThanOrEqual(2);
	expect(pauses[2]).toBeGreaterThanOrEqual(4);
	expect(pauses[3]).toBeGreaterThanOrEqual(8);
});

test('taps of one person follow each other, and wait for nobody’s messages', async () => {
	const { server, api } = await setUp();
	const bob = server.person({ name: 'Bob' });
	const group = server.group({ title: 'Trip', members: [bob], bot: 'member', type: 'supergroup' });
	const { message_id } = await api.sendMessage(group.id, 'Pick one', {
		reply_markup: { inline_keyboard: [[{ text: 'One', callback_data: '/one/' }]] },
	});
	const inHand: string[] = [];
	let most = 0;
	const hook = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk) => {
			body += chunk;
		});
		request.on('end', async () => {
			const kind = Object.keys(JSON.parse(body)).find((key) => key !== 'update_id') ?? '';
			inHand.push(kind);
			most = Math.max(most, inHand.length);
			expect(inHand.filter((one) => one === kind)).toHaveLength(1);
			await wait(30);
			inHand.splice(inHand.indexOf(kind), 1);
			response.end();
		});
	});
	await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
	onTestFinished(() => void hook.close());
	server.deliverTo(`http://127.0.0.1:${(hook.address() as AddressInfo).port}/`);
	const there = bob.in(group);
	const seen = there.messages.find(({ id }) => id === message_id);
	await Promise.all([there.tapsData('/one/', seen), there.tapsData('/one/', seen), there.sends('/start')]);
	expect(most).toBe(2);
});

test('dropping pending updates forgets them', async () => {
	const { server, api } = await setUp();
	const sent = server.person({ name: 'Alice' }).sends('old');
	expect((await api.getWebhookInfo()).pending_update_count).toBe(1);
	await api.deleteWebhook({ drop_pending_updates: true });
	expect(await api.getUpdates()).toEqual([]);
	await sent;
});
