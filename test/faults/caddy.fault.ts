import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBotApiServer } from '../../src/bot-api-server/index.ts';
import { readyz, startBot, WEBHOOK } from '../support/bot-process.ts';
import { startCaddy } from '../support/caddy.ts';
import { breakNow, report, startLoad, twiceForNothing } from '../support/load.ts';
import { adapt, commandsBelow, runCommands } from '../support/operating.ts';
import { isMissing } from '../support/programs.ts';
import { startRedis } from '../support/redis.ts';

/** Caddy asks how a replica is every two seconds, and waits two for its answer. */
const NOTICED_MS = 4000;
/** Far more than an answer takes. */
const SOON_MS = 3000;

async function openReplicas() {
	const server = await createBotApiServer({ confirmTimeoutMs: 60_000 });
	onTestFinished(() => server.close());
	const env = { REDIS_URL: (await startRedis()).url, ...WEBHOOK };
	const replicas = await Promise.all([startBot(server, env), startBot(server, env)]);
	const url = await startCaddy(replicas.map((replica) => replica.url));
	return { server, replicas, url };
}

describe.skipIf(isMissing('caddy') || isMissing('redis-server'))('two replicas behind Caddy', () => {
	test('the outside reaches the webhook alone, and not without its secret', async () => {
		const { url, replicas } = await openReplicas();
		const statusOf = async (path: string, init?: RequestInit): Promise<number> =>
			(await fetch(url + path, init)).status;
		for (const path of ['/', '/healthz', '/readyz', '/metrics', '/telegram/metrics', '/telegram/../metrics']) {
			expect(await statusOf(path), path).toBe(404);
		}
		expect(await statusOf('/telegram', { method: 'POST', body: '{}' })).toBe(401);
		const secret = { 'x-telegram-bot-api-secret-token': WEBHOOK.WEBHOOK_SECRET };
		const long = { method: 'POST', headers: secret, body: 'x'.repeat(10_000_000) };
		// Caddy stops reading at a megabyte; what it says then depends on how far the replica came with it.
		expect([413, 502]).toContain(await statusOf('/telegram', long));
		expect(await Promise.all(replicas.map(readyz))).toEqual([200, 200]);
	});

	test('one of them killed costs no answer, and the other has its share within four seconds', async () => {
		const { server, replicas, url } = await openReplicas();
		server.deliverTo(`${url}/telegram`);
		const load = startLoad(server, { people: 12, each: 6, spread: 14_000 });
		await wait(2000);
		await replicas[0]?.kill();
		const killed = breakNow(server);
		const count = await load.count(40_000);
		report('two replicas behind Caddy, one killed', count, load.others);
		expect(count).toMatchObject({ asked: 72, unanswered: [] });
		expect(twiceForNothing(count, [killed])).toEqual([]);
		// What the dead one had in hand comes again first, and holds up its chat.
		const held = [...killed.pending].map((key) => Number(key.split(' ')[0]));
		const after = load.asked.filter(({ at, personId }) => at > killed.at + NOTICED_MS && !held.includes(personId));
		expect(after.length).toBeGreaterThan(5);
		expect(after.filter(({ at, answers: [first = Infinity] }) => first - at > SOON_MS)).toEqual([]);
	});

	test('the documented commands make a configuration that Caddy takes', async () => {
		const [install = ''] = commandsBelow('## A webhook behind Caddy');
		const [, , write = '', validate = ''] = install.split('\n');
		const folder = (await runCommands('mktemp -d')).trim();
		onTestFinished(() => void runCommands(`rm -r ${folder}`));
		const here = { 'sudo ': '', '/opt/nokori/': '', '/etc/caddy': folder };
		await runCommands(adapt(write, here));
		expect(await runCommands(`${adapt(validate, here)} 2>&1`)).toContain('Valid configuration');
	});
});
