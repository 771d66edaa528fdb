import { once } from 'node:events';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { createHandleOnce } from '../../src/bot/handle-once.ts';
import { createBot } from '../../src/bot/index.ts';
import { startPolling } from '../../src/bot/polling/index.ts';
import { type BotApiServer, createBotApiServer } from '../../src/bot-api-server/index.ts';
import { listenOnLoopback } from '../support/loopback.ts';
import { createDeps, startPollingNokori } from '../support/nokori.ts';

async function openServer(): Promise<BotApiServer> {
	const server = await createBotApiServer();
	onTestFinished(() => server.close());
	return server;
}

/** Something that answers every getUpdates in the same way, and everything else as the strict server does. */
async function openStrangeServer(answer: () => unknown): Promise<{ url: string; polls: () => number }> {
	const telegram = await openServer();
	let polls = 0;
	const strange = createServer(async (incoming, response) => {
		if (!incoming.url?.endsWith('/getUpdates')) {
			const forwarded = await fetch(telegram.url + incoming.url, { method: 'POST' });
			response.setHeader('content-type', 'application/json').end(await forwarded.text());
			return;
		}
		polls += 1;
		response.setHeader('content-type', 'application/json').end(JSON.stringify(answer()));
	});
	onTestFinished(() => strange.closeAllConnections());
	return { url: await listenOnLoopback(strange), polls: () => polls };
}

test.each([
	['an empty list at once', () => ({ ok: true, result: [] })],
	['no list at all', () => ({ ok: true })],
	['updates with ids that are none', () => ({ ok: true, result: [{ update_id: 2 ** 60 }, { update_id: 'x' }, null] })],
])('a server that answers %s is asked less and less often', async (_name, answer) => {
	const strange = await openStrangeServer(answer);
	const deps = createDeps();
	const bot = createBot(deps, { token: '42:x', apiRoot: strange.url });
	const waited: number[] = [];
	bot.botInfo = (await openServer()).world.bot;
	const polling = startPolling(bot.api, createHandleOnce(bot, deps, { isShared: false }), {
		...deps,
		wait: async (seconds, signal) => {
			waited.push(seconds);
			// The fourth pause is never over.
			await (waited.length < 4 ? undefined : once(signal, 'abort'));
		},
	});
	await expect.poll(() => waited).toHaveLength(4);
	await polling.stop();
	expect(waited.every((seconds, index) => index === 0 || seconds >= 2 * (waited[index - 1] ?? 0))).toBe(true);
	expect(strange.polls()).toBeLessThanOrEqual(6);
});

test('a server that brings the same update again and again is asked a few times a second at most', async () => {
	const strange = await openStrangeServer(() => ({ ok: true, result: [{ update_id: 7 }] }));
	const deps = createDeps();
	const bot = createBot(deps, { token: '42:x', apiRoot: strange.url });
	bot.botInfo = (await openServer()).world.bot;
	const polling = startPolling(bot.api, createHandleOnce(bot, deps, { isShared: false }), deps);
	const started = performance.now();
	await expect.poll(strange.polls).toBe(4);
	expect(performance.now() - started).toBeGreaterThan(1100);
	await polling.stop();
});

test('ids that begin anew after a quiet week are taken, and nothing comes twice', async () => {
	const { server } = await startPollingNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	await alice.sends('/balance povo');
	server.world.updates.beginAnew(41_000);
	await alice.sends('/renew povo');
	await alice.sends('/keep povo');
	expect(alice.messages.filter(({ fromBot }) => fromBot)).toHaveLength(3);
	const offsets = server.calls.all
		.filter(({ method }) => method === 'getUpdates')
		.map(({ params }) => params['offset']);
	expect(offsets.at(-1)).toBe(41_002);
	expect(offsets.length).toBeLessThan(15);
});
