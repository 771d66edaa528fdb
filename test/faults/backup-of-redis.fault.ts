import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createBotApiServer } from '../../src/bot-api-server/index.ts';
import { startBot } from '../support/bot-process.ts';
import { temporaryFolder } from '../support/nokori.ts';
import { adapt, commandsBelow, runCommands } from '../support/operating.ts';
import { isMissing } from '../support/programs.ts';
import { startRedis } from '../support/redis.ts';

/** Valkey's commands, carried out by Redis, from which it comes: a folder for the PATH. */
function valkeyByRedis(port: string): string {
	const folder = temporaryFolder();
	for (const name of ['cli', 'server']) {
		const option = name === 'cli' ? '-p' : '--port';
		const path = join(folder, `valkey-${name}`);
		writeFileSync(path, `#!/bin/sh\nexec redis-${name} ${option} ${port} "$@"\n`);
		chmodSync(path, 0o755);
	}
	return folder;
}

async function openRedis() {
	const redis = await startRedis();
	const { port } = new URL(redis.url);
	const env = { PATH: `${valkeyByRedis(port)}:${process.env['PATH']}` };
	const data = (await runCommands('valkey-cli --raw config get dir', env)).split('\n')[1] ?? '';
	const copies = temporaryFolder();
	const [backup = '', restore = ''] = commandsBelow('### Redis or Valkey');
	/** Without containers: the server's folder is one of this machine. */
	const here = (commands: string): string =>
		adapt(commands, {
			'docker compose exec valkey ': '',
			'docker compose cp valkey:': 'cp ',
			'docker compose run --rm --no-deps -v "$PWD/nokori-2026-11-20.rdb:/backup.rdb:ro" valkey ': '',
			'/data': data,
			'./nokori-$(date +%F).rdb': `${copies}/backup.rdb`,
			' /backup.rdb': ` ${copies}/backup.rdb`,
		});
	return { redis, backup: here(backup), restore: here(restore), run: (commands: string) => runCommands(commands, env) };
}

describe.skipIf(isMissing('redis-server'))('the documented backup of Redis', () => {
	test('is made while the bot answers, and restored brings back what people had', async () => {
		const { redis, run, backup, restore } = await openRedis();
		const server = await createBotApiServer();
		onTestFinished(() => server.close());
		await startBot(server, { REDIS_URL: redis.url });
		const alice = server.person({ name: 'Alice', language: 'en' });
		await alice.sends('/lang ja');
		await run(backup);
		await alice.sends('/lang en');
		const [stop, ...rest] = restore.split('\n');
		const [start, count = ''] = rest.splice(-2);
		expect([stop, start]).toEqual(['docker compose stop valkey', 'docker compose up -d valkey']);
		await redis.kill();
		await alice.sends('/balance povo');
		expect(alice.screen.text).toContain('povo2.0');
		expect(await run(rest.join('\n'))).toContain('aof_last_bgrewrite_status:ok');
		await redis.start();
		expect(Number(await run(count))).toBeGreaterThan(0);
		const isJapanese = async (): Promise<boolean> => {
			await alice.sends('/balance povo');
			return alice.screen.text.includes('データ残量');
		};
		// The bot connects again by itself.
		await expect.poll(isJapanese, { timeout: 15_000, interval: 500 }).toBe(true);
	});
});
