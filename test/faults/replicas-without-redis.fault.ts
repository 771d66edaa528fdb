import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/bot/middleware/limits.ts';
import { isMissing } from '../support/programs.ts';
import { startRedis, until } from '../support/redis.ts';
import { SCREENS, startReplicas, watchEdits } from '../support/replicas.ts';

describe.skipIf(isMissing('redis-server'))('two replicas on one Redis', () => {
	test('while Redis is gone everybody is answered within a second, and it is shared again when it is back', async () => {
		const redis = await startRedis();
		const { server, bots, times, areConnected } = await startReplicas(redis, {
			limits: { ...DEFAULT_LIMITS, person: 40 },
		});
		const alice = server.person({ name: 'Alice', language: 'en' });
		await alice.sends('/balance');
		const menu = alice.screen;
		await alice.tapsData('/check-data/povo/', menu);
		const under = Array.from({ length: 6 }, () => alice.sends('/balance povo'));
		await redis.kill();
		await Promise.all(under);
		for (let index = 0; index < 6; index += 1) {
			await alice.sends('/balance povo');
			await alice.tapsData(SCREENS[index % 2] ?? '', menu);
		}
		expect(alice.messages.filter(({ fromBot }) => fromBot)).toHaveLength(13);
		expect(server.world.unansweredTaps()).toEqual([]);
		expect(Math.max(...times)).toBeLessThan(1000);

		await redis.start();
		await until(areConnected);
		// A screen of its own: the turn that somebody had when Redis was killed is kept there, and has to run out.
		const bob = server.person({ name: 'Bob', language: 'en' });
		await bob.sends('/balance');
		const { screen } = bob;
		const edits = watchEdits(bots);
		await Promise.all(Array.from({ length: 6 }, (_, tap) => bob.tapsData(SCREENS[tap % 3] ?? '', screen)));
		expect(edits.bots()).toBe(2);
		expect(edits.most()).toBe(1);
		for (let index = 0; index < 40; index += 1) {
			await bob.sends('/balance povo');
		}
		// Forty with the taps, and one notice.
		expect(bob.messages.filter(({ fromBot }) => fromBot)).toHaveLength(40 - 6 + 1);
	});
});
