import { expect, test } from 'vitest';
import { runKnowledge } from '../../src/cli/knowledge.ts';
import { openLibsqlStore } from '../../src/storage/libsql/index.ts';
import { openRedisStore } from '../../src/storage/redis/index.ts';
import type { Store } from '../../src/storage/store.ts';
import { temporaryFolder } from '../support/nokori.ts';
import { isMissing } from '../support/programs.ts';
import { startRedis } from '../support/redis.ts';

const now = new Date('2026-11-20T03:00:00Z');

test('`knowledge reports` prints the counts of each answer, the most reported first', async () => {
	const data = temporaryFolder();
	const store = openLibsqlStore(data);
	await store.vote('check-data/povo', 1, '2026-11', 'good');
	await store.vote('renew/mobal', 1, '2026-11', 'links');
	await store.vote('renew/mobal', 2, '2026-11', 'steps');
	await store.close();
	expect(await runKnowledge(['reports', '--data', data], now)).toEqual({
		output: [
			'renew/mobal  steps 1, links 1, numbers 0, helpful 0',
			'check-data/povo  steps 0, links 0, numbers 0, helpful 1',
			'2 answers with feedback\n',
		].join('\n'),
		errors: '',
		code: 0,
	});
});

/** One question on enough days, one more often, and one on too few. */
async function ask(store: Store): Promise<void> {
	const asked: [string, string][] = [
		...['2026-11-10', '2026-11-11', '2026-11-12'].map((day): [string, string] => ['when does it end', day]),
		...['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13'].map((day): [string, string] => ['my sim is odd', day]),
		['only once', '2026-11-10'],
	];
	for (const [text, day] of asked) {
		await store.countUnanswered(text, day);
	}
	await store.close();
}

const MISSES = {
	output:
		'4 times on 4 days: my sim is odd\n  chosen: nothing yet\n\n3 times on 3 days: when does it end\n  chosen: nothing yet\n\n2 in all, 2 kinds\n',
	errors: '',
	code: 0,
};

test('`knowledge misses` prints what was not understood, the most frequent first', async () => {
	const data = temporaryFolder();
	await ask(openLibsqlStore(data));
	expect(await runKnowledge(['misses', '--data', data], now)).toEqual(MISSES);
});

test.skipIf(isMissing('redis-server'))('`knowledge misses` reads what several processes share on Redis', async () => {
	const { url } = await startRedis();
	await ask(await openRedisStore(url));
	expect(await runKnowledge(['misses', '--redis', url], now)).toEqual(MISSES);
});

test.skipIf(isMissing('redis-server'))('`knowledge reports` reads what several processes share on Redis', async () => {
	const { url } = await startRedis();
	const store = await openRedisStore(url);
	await store.vote('renew/mobal', 1, '2026-11', 'links');
	await store.close();
	const { output } = await runKnowledge(['reports', '--redis', url], now);
	expect(output).toBe('renew/mobal  steps 0, links 1, numbers 0, helpful 0\n1 answers with feedback\n');
});

test('a server that does not answer is said in a sentence', async () => {
	for (const command of ['reports', 'misses']) {
		const { errors, code } = await runKnowledge([command, '--redis', 'redis://127.0.0.1:1'], now);
		expect(code).toBe(1);
		expect(errors).toContain('REDIS_URL');
	}
});
