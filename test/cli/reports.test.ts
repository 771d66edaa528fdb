import { expect, test } from 'vitest';
import { runKnowledge } from '../../src/cli/knowledge.ts';
import { openLibsqlStore } from '../../src/storage/libsql/index.ts';
import { temporaryFolder } from '../support/nokori.ts';

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

test('a server that does not answer is said in a sentence', async () => {
	const { errors, code } = await runKnowledge(['reports', '--redis', 'redis://127.0.0.1:1'], now);
	expect(code).toBe(1);
	expect(errors).toContain('REDIS_URL');
});
