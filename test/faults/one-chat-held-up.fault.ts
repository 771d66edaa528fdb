import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type BotApiServer, createBotApiServer } from '../../src/bot-api-server/index.ts';
import type { WorldChange } from '../../src/bot-api-server/world/types.ts';
import { startBot } from '../support/bot-process.ts';
import { temporaryFolder } from '../support/nokori.ts';

/** What keeps one chat from being answered. */
const TROUBLES = {
	'429 for twenty seconds': (server: BotApiServer, chatId: number) =>
		server.faults.next({ method: 'sendMessage', chatId, errorCode: 429, parameters: { retry_after: 20 } }),
	'a socket that hangs': (server: BotApiServer, chatId: number) => server.faults.hang('sendMessage', chatId),
	'502 for minutes': (server: BotApiServer, chatId: number) =>
		server.faults.next({ method: 'sendMessage', chatId, errorCode: 502, times: Infinity }),
};

async function openServer(): Promise<BotApiServer> {
	const server = await createBotApiServer({ confirmTimeoutMs: 140_000 });
	onTestFinished(async () => {
		server.faults.clear();
		await server.close();
	});
	return server;
}

/** Milliseconds since the process began at which the bot first sent something into each chat. */
function noteAnswers(server: BotApiServer): Map<number, number> {
	const answers = new Map<number, number>();
	server.world.onChange((change: WorldChange) => {
		if (change.type === 'new' && change.message.message.from?.is_bot && !answers.has(change.chatId)) {
			answers.set(change.chatId, performance.now());
		}
	});
	return answers;
}

describe.each([0, 100, 250])('with Telegram %i ms away', (distance) => {
	test.each(Object.entries(TROUBLES))(
		'%s in one chat lets all others be answered within a second',
		async (trouble, holdUp) => {
			const server = await openServer();
			server.faults.latency(distance);
			await startBot(server);
			const answers = noteAnswers(server);
			const stuck = server.person({ name: 'Stuck', language: 'en' });
			holdUp(server, stuck.id);
			void stuck.sends('/balance povo').catch(() => undefined);
			await expect.poll(() => server.calls.of('sendMessage')).toHaveLength(1);
			const waits: number[] = [];
			// At every moment of the bot's rounds.
			for (let turn = 0; turn < 8; turn += 1) {
				const person = server.person({ name: `Person ${turn}`, language: 'en' });
				const asked = performance.now();
				void person.sends('/renew povo').catch(() => undefined);
				await expect.poll(() => answers.has(person.id), { timeout: 5000, interval: 5 }).toBe(true);
				waits.push(Math.round((answers.get(person.id) ?? Infinity) - asked));
				await wait(turn * 85);
			}
			process.stdout.write(`${trouble}, ${distance} ms away: others waited ${waits.join(', ')} ms\n`);
			expect(Math.max(...waits)).toBeLessThan(1000);
			expect(answers.has(stuck.id)).toBe(false);
		},
	);
});

test('behind a chat that is held up, more than Telegram hands out at once are answered; killed then, nothing is lost', async () => {
	const server = await openServer();
	const env = { DATA_DIR: temporaryFolder() };
	const bot = await startBot(server, env);
	const answers = noteAnswers(server);
	const stuck = ['A', 'B'].map((name) => server.person({ name, language: 'en' }));
	for (const { id } of stuck) {
		server.faults.next({ method: 'sendMessage', chatId: id, errorCode: 502, times: Infinity });
	}
	stuck.forEach((person) => void person.sends('/balance povo').catch(() => undefined));
	const people = Array.from({ length: 260 }, (_, index) => server.person({ name: `Person ${index}`, language: 'en' }));
	for (const person of people) {
		void person.sends('/renew povo').catch(() => undefined);
		// Telegram takes thirty messages a second.
		await wait(40);
	}
	await expect.poll(() => people.filter(({ id }) => !answers.has(id)).length, { timeout: 20_000 }).toBe(0);
	await bot.kill();
	server.faults.clear();
	await startBot(server, env);
	await expect.poll(() => stuck.filter(({ id }) => !answers.has(id)).length, { timeout: 20_000 }).toBe(0);
	const twice = [...stuck, ...people].filter(({ messages }) => messages.filter(({ fromBot }) => fromBot).length > 1);
	expect(twice).toEqual([]);
	expect(server.world.violations).toEqual([]);
});
