import type { Update } from 'grammy/types';
import { expect, test } from 'vitest';
import type { BotApiServer } from '../../src/bot-api-server/index.ts';
import { SECRET, send, startHooked } from '../support/webhook.ts';

const TEN_MEGABYTES = 10 * 1024 * 1024;

/** Somebody asks in order, and is answered: whatever came before did no harm. */
async function isServed(server: BotApiServer): Promise<boolean> {
	const bob = server.person({ name: 'Bob', language: 'en' });
	await bob.sends('/balance povo');
	return bob.screen.text.includes('povo2.0 · Data left');
}

/** A question of somebody who is known, as an attacker would make it up. */
function repliedMessage(personId: number, id = 900_000_001): string {
	const person = { id: personId, is_bot: false, first_name: 'Alice' };
	const chat = { id: personId, type: 'private', first_name: 'Alice' };
	const entities = [{ type: 'bot_command', offset: 0, length: 8 }];
	return JSON.stringify({
		update_id: id,
		message: { message_id: 9, date: 1, chat, from: person, text: '/balance povo', entities },
	});
}

test('without the right secret there is 401 and no answer to anybody', async () => {
	const { server, hook } = await startHooked();
	const alice = server.person({ name: 'Alice' });
	await alice.sends('/start');
	const before = server.calls.mark();
	const wrong = ['', 'x', SECRET.slice(1), `${SECRET}x`, SECRET.toUpperCase(), 'é', '0'.repeat(8000)];
	for (const secret of wrong) {
		expect(await send({ url: hook, secret, body: repliedMessage(alice.id) })).toBe(401);
	}
	const bare = await fetch(hook, { method: 'POST', body: repliedMessage(alice.id) });
	expect(bare.status).toBe(401);
	expect(await bare.text()).toBe('');
	expect(server.calls.since(before)).toEqual([]);
	expect(await isServed(server)).toBe(true);
});

test('other methods and other paths are refused', async () => {
	const { server, root, hook } = await startHooked();
	for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
		expect([404, 405]).toContain(await send({ url: hook, method }));
		expect([401, 404, 405]).toContain(await send({ url: hook, method, secret: 'x' }));
	}
	for (const path of [
		'/',
		'/telegram/',
		'/Telegram',
		'/telegram/x',
		'/healthz',
		'/metrics',
		'/..%2ftelegram',
		'/%00',
	]) {
		expect([404, 405]).toContain(await send({ url: root + path, body: repliedMessage(1) }));
	}
	expect(await isServed(server)).toBe(true);
});

test('ten megabytes are refused with 413, whether announced or not, and from strangers with 401', async () => {
	const { server, hook } = await startHooked();
	const body = new Uint8Array(TEN_MEGABYTES).fill(32);
	expect(await send({ url: hook, body })).toBe(413);
	expect(await send({ url: hook, body, secret: 'x' })).toBe(401);
	const chunks = new ReadableStream({
		start: (controller) => {
			for (let sent = 0; sent < TEN_MEGABYTES; sent += 65_536) {
				controller.enqueue(body.subarray(sent, sent + 65_536));
			}
			controller.close();
		},
	});
	const headers = { 'x-telegram-bot-api-secret-token': SECRET };
	const unannounced = await fetch(hook, { method: 'POST', headers, body: chunks, duplex: 'half' } as RequestInit);
	expect(unannounced.status).toBe(413);
	expect(await isServed(server)).toBe(true);
});

test.each([
	['nothing', ''],
	['half of an update', '{"update_id": 1, "message": {'],
	['no JSON', '<xml/>'],
	['a list', '[{"update_id": 1}]'],
	['null', 'null'],
	['a word', '"update_id"'],
	['a number', '1'],
	['no number of the update', '{"message": {}}'],
	['a number in words', '{"update_id": "1"}'],
	['a broken number', '{"update_id": 1.5}'],
	['a number beyond all numbers', '{"update_id": 1e999}'],
	['brackets a hundred thousand deep', '['.repeat(100_000)],
	['bytes that are no text', Uint8Array.from({ length: 1000 }, (_, index) => (index * 7) % 256)],
])('%s is refused with 400', async (_name, body) => {
	const { server, hook } = await startHooked();
	const before = server.calls.mark();
	expect(await send({ url: hook, body })).toBe(400);
	expect(server.calls.since(before)).toEqual([]);
	expect(await isServed(server)).toBe(true);
});

const PERSON = { id: 5_000_000_001, is_bot: false, first_name: 'Alice' };
const CHAT = { id: PERSON.id, type: 'private', first_name: 'Alice' };

test.each<[string, object]>([
	['nothing but a number', {}],
	['an unknown kind', { thought_wave: { from: PERSON, chat: CHAT, text: '/balance povo' } }],
	['a kind that nobody asked for', { poll: { id: '1', question: 'Really?', options: [] } }],
	['an empty message', { message: {} }],
	['null for a message', { message: null }],
	['a word for a message', { message: '/balance povo' }],
	['a message without a chat', { message: { message_id: 1, date: 1, from: PERSON, text: '/balance povo' } }],
	['a message in a chat without a number', { message: { message_id: 1, date: 1, chat: {}, from: PERSON, text: 'hi' } }],
	['a message of nobody', { message: { message_id: 1, date: 1, chat: CHAT, text: '/balance povo' } }],
	['an empty tap', { callback_query: {} }],
	['a tap of nobody', { callback_query: { id: '1', data: '/check-data/povo/' } }],
	['an empty inline query', { inline_query: {} }],
	['an empty change of a membership', { my_chat_member: {} }],
	['an empty guest message', { guest_message: {} }],
	['two kinds at once, both empty', { message: {}, callback_query: {} }],
	['a forged prototype', JSON.parse('{"__proto__": {"message": {"text": "x"}}, "constructor": 1}')],
])('%s is taken with 200, and nobody is answered', async (_name, content) => {
	const { server, hook } = await startHooked();
	await server.person({ name: 'Alice', id: PERSON.id }).sends('/start');
	const before = server.calls.mark();
	expect(await send({ url: hook, body: JSON.stringify({ update_id: 900_000_001, ...content }) })).toBe(200);
	expect(server.calls.since(before).filter(({ result }) => result !== undefined)).toEqual([]);
	expect(await isServed(server)).toBe(true);
});

test.each<[string, object]>([
	['a number for a text', { text: 5 }],
	['a number for entities', { text: 'x', entities: 7 }],
	['entities beyond the end', { text: '/x', entities: [{ type: 'bot_command', offset: 90, length: -5 }] }],
	['a word for a date', { text: 'x', date: 'today' }],
])('%s is taken with 200, and does no harm', async (_name, fields) => {
	const { server, hook } = await startHooked();
	await server.person({ name: 'Alice', id: PERSON.id }).sends('/start');
	const message = { message_id: 1, date: 1, chat: CHAT, from: PERSON, ...fields };
	expect(await send({ url: hook, body: JSON.stringify({ update_id: 900_000_001, message }) })).toBe(200);
	expect(await isServed(server)).toBe(true);
});

test('a replayed update is taken with 200 and not answered again', async () => {
	const { server, hook } = await startHooked();
	const updates: Update[] = [];
	server.world.onUpdate((update) => updates.push(update));
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/balance povo');
	await alice.tapsData('/keep-number/povo/');
	const before = server.calls.mark();
	for (const update of [...updates, ...updates]) {
		expect(await send({ url: hook, body: JSON.stringify(update) })).toBe(200);
	}
	expect(updates).toHaveLength(2);
	expect(server.calls.since(before)).toEqual([]);
	expect(alice.messages.filter(({ fromBot }) => fromBot)).toHaveLength(1);
});

test('an update that is brought ten times at once is answered once', async () => {
	const { server, hook } = await startHooked();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/start');
	server.faults.latency(100, 'sendMessage');
	const body = repliedMessage(alice.id);
	const statuses = await Promise.all(Array.from({ length: 10 }, () => send({ url: hook, body })));
	expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0);
	expect(statuses.every((status) => status === 200 || status === 503)).toBe(true);
	expect(alice.messages.filter(({ text }) => text.includes('povo2.0 · Data left'))).toHaveLength(1);
});

test('what is not for strangers tells them neither a secret nor a text', async () => {
	const { server, root } = await startHooked();
	const alice = server.person({ name: 'Alice' });
	await alice.sends('a very private question');
	for (const path of ['/metrics', '/readyz', '/healthz']) {
		const text = await (await fetch(root + path)).text();
		expect(text).not.toContain(SECRET);
		expect(text).not.toContain(server.token);
		expect(text).not.toContain('private question');
		expect(text).not.toMatch(new RegExp(`(?<![\\d.])${alice.id}\\b`));
	}
});
