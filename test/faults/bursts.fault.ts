import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { type BotApiServer, createBotApiServer } from '../../src/bot-api-server/index.ts';
import { startBot, WEBHOOK } from '../support/bot-process.ts';

async function openServer(): Promise<{ server: BotApiServer; answers: Map<number, number[]>; order: number[] }> {
	const server = await createBotApiServer({ confirmTimeoutMs: 140_000 });
	onTestFinished(() => server.close());
	const answers = new Map<number, number[]>();
	const order: number[] = [];
	server.world.onChange((change) => {
		if (change.type === 'new' && change.message.message.from?.is_bot) {
			answers.set(change.chatId, [...(answers.get(change.chatId) ?? []), performance.now()]);
			order.push(change.chatId);
		}
	});
	return { server, answers, order };
}

test.each(['polling', 'webhook'])(
	'%s: 500 groups that ask at once are all answered once, in their order',
	async (transport) => {
		const { server, answers, order } = await openServer();
		const bot = await startBot(server, transport === 'webhook' ? WEBHOOK : {});
		if (transport === 'webhook') {
			server.deliverTo(bot.hook);
		}
		const alice = server.person({ name: 'Alice', language: 'en' });
		const people = Array.from({ length: 500 }, (_, index) =>
			server.person({ name: `Person ${index}`, language: 'en' }),
		);
		const groups = people.map((person, index) =>
			server.group({ title: `${index}`, members: [alice, person], bot: 'member' }),
		);
		groups.forEach((group, index) => {
			void people[index]
				?.in(group)
				.sends('/balance@nokori_bot povo')
				.catch(() => undefined);
		});
		await expect.poll(() => answers.size, { timeout: 60_000 }).toBe(500);
		expect([...answers.values()].filter(({ length }) => length > 1)).toEqual([]);
		const refused = server.calls.of('sendMessage').filter(({ error }) => error?.errorCode === 429).length;
		const places = groups.map(({ id }) => order.indexOf(id));
		// A webhook brings them over many connections, which do not keep their order to the last place.
		const late = places.filter((place, index) => Math.abs(place - index) > (transport === 'webhook' ? 60 : 15)).length;
		process.stdout.write(
			`${transport}: 500 groups at once, all answered, ${refused} refused for a moment, ${late} out of order\n`,
		);
		// Now and then the machine lets two messages go in the same moment.
		expect(refused).toBeLessThan(10);
		expect(late).toBeLessThan(20);
	},
);

test('a chat that is refused for a minute is answered after it, and holds up nobody', async () => {
	const { server, answers } = await openServer();
	await startBot(server);
	const [alice, bob] = [
		server.person({ name: 'Alice', language: 'en' }),
		server.person({ name: 'Bob', language: 'ja' }),
	];
	const until = performance.now() + 60_000;
	server.faults.next({ method: 'sendMessage', chatId: alice.id, errorCode: 429, parameters: { retry_after: 60 } });
	for (const text of ['/balance povo', '/renew povo', '/keep povo']) {
		void alice.sends(text).catch(() => undefined);
	}
	await wait(300);
	const asked = performance.now();
	void bob.sends('/balance povo').catch(() => undefined);
	await expect.poll(() => answers.has(bob.id)).toBe(true);
	expect((answers.get(bob.id)?.[0] ?? Infinity) - asked).toBeLessThan(1000);
	await expect.poll(() => answers.get(alice.id)?.length, { timeout: 80_000 }).toBe(3);
	expect(answers.get(alice.id)?.[0]).toBeGreaterThan(until);
});
