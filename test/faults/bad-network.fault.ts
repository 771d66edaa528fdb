import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { type BotApiServer, createBotApiServer } from '../../src/bot-api-server/index.ts';
import { openBadNetwork, type Sent, type Trouble } from '../support/bad-network.ts';
import { startBot } from '../support/bot-process.ts';
import { type Count, type Load, report, startLoad } from '../support/load.ts';

type Run = { server: BotApiServer; load: Load; count: Count; carriedOut: readonly Sent[] };

/** Every third message meets the trouble for two seconds, then every third call of each method for two more. */
async function meet(name: string, trouble: Trouble, patience: number): Promise<Run> {
	const server = await createBotApiServer({ confirmTimeoutMs: 140_000 });
	onTestFinished(() => server.close());
	const network = await openBadNetwork(server);
	const bot = await startBot(network);
	const load = startLoad(server, { people: 12, each: 5, spread: 7000 });
	await wait(1500);
	const isThird = everyThird();
	network.trouble((method) => (method === 'sendMessage' && isThird(method) ? trouble : undefined));
	await wait(2000);
	network.trouble((method) => (isThird(method) ? trouble : undefined));
	await wait(2000);
	network.trouble(() => undefined);
	const count = await load.count(patience);
	report(`${name} (${network.carriedOut.length} messages sent without its knowledge)`, count, load.others);
	expect(bot.isAlive()).toBe(true);
	return { server, load, count, carriedOut: network.carriedOut };
}

function everyThird(): (method: string) => boolean {
	const calls = new Map<string, number>();
	return (method) => {
		const before = calls.get(method) ?? 0;
		calls.set(method, before + 1);
		return before % 3 === 0;
	};
}

test.each<[string, Trouble]>([
	['dropped connections', 'drop'],
	['answers of which half the JSON is missing', 'half'],
	['bodies cut in the middle', 'truncate'],
])('%s leave nobody without an answer, and nobody with one that the bot knew of twice', async (name, trouble) => {
	const { server, load, count, carriedOut } = await meet(name, trouble, 60_000);
	expect(count.asked).toBe(60);
	expect(count.unanswered).toEqual([]);
	// A message comes again for each time that it was carried out without the bot learning of it, and not once more.
	for (const { personId, title, answers } of load.asked) {
		const unknown = carriedOut.filter(({ chat_id, text }) => chat_id === personId && text.startsWith(`${title}\n`));
		expect(answers.length, title).toBe(1 + unknown.length);
	}
	expect(carriedOut.length > 0).toBe(trouble !== 'drop');
	expect(server.world.violations).toEqual([]);
});

test('answers that are no JSON leave nobody without an answer, and come once', async () => {
	const server = await createBotApiServer({ confirmTimeoutMs: 120_000 });
	onTestFinished(() => server.close());
	await startBot(server);
	const load = startLoad(server, { people: 12, each: 5, spread: 6000 });
	await wait(1500);
	server.faults.malformed(4);
	await wait(2000);
	server.faults.malformed(4, 'sendMessage');
	const count = await load.count(60_000);
	report('answers that are no JSON', count, load.others);
	expect(count).toMatchObject({ asked: 60, unanswered: [], twice: [] });
});
