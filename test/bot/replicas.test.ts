import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/bot/middleware/limits.ts';
import { createSingleProcess } from '../../src/storage/coordination.ts';
import { content } from '../support/nokori.ts';
import { isMissing } from '../support/programs.ts';
import { startRedis } from '../support/redis.ts';
import { SCREENS, startReplicas, watchEdits } from '../support/replicas.ts';

describe.skipIf(isMissing('redis-server'))('two replicas on one Redis', () => {
	test('taps on one screen are done one after the other', async () => {
		const { server, bots } = await startReplicas(await startRedis());
		const alice = server.person({ name: 'Alice', language: 'en' });
		await alice.sends('/balance');
		const edits = watchEdits(bots);
		const { screen } = alice;
		await Promise.all(Array.from({ length: 8 }, (_, tap) => alice.tapsData(SCREENS[tap % 3] ?? '', screen)));
		expect(edits.bots()).toBe(2);
		expect(edits.most()).toBe(1);
		expect(server.world.unansweredTaps()).toEqual([]);
		expect(server.world.violations).toEqual([]);
	});

	test('taps on a message that was sent in inline mode are done one after the other', async () => {
		// As at the start of a process: the first question in plain words takes seconds, in which nothing else is done.
		content().understand('');
		const { server, bots } = await startReplicas(await startRedis());
		const alice = server.person({ name: 'Alice', language: 'en' });
		const group = server.group({ title: 'Osaka', members: [alice] });
		const there = alice.in(group);
		const [result] = await there.types('balance povo');
		if (!result) {
			throw new Error('nothing was found');
		}
		await there.chooses(result);
		const sent = there.messages.at(-1);
		const edits = watchEdits(bots);
		await Promise.all(Array.from({ length: 6 }, (_, tap) => there.tapsData(SCREENS[tap % 3] ?? '', sent)));
		expect(edits.bots()).toBe(2);
		expect(edits.most()).toBe(1);
	});

	test('taps on different screens do not wait for each other', async () => {
		const { server, bots } = await startReplicas(await startRedis());
		const [alice, bob] = ['Alice', 'Bob'].map((name) => server.person({ name, language: 'en' }));
		await alice?.sends('/balance');
		await bob?.sends('/balance');
		const edits = watchEdits(bots);
		await Promise.all([alice, bob].map((person) => person?.tapsData('/check-data/povo/')));
		expect(edits.most()).toBe(2);
	});

	test('without what they share, two bots would change one screen at the same time', async () => {
		const { server, bots } = await startReplicas(await startRedis(), { coordination: createSingleProcess() });
		const alice = server.person({ name: 'Alice', language: 'en' });
		await alice.sends('/balance');
		const edits = watchEdits(bots);
		const { screen } = alice;
		await Promise.all(SCREENS.map((path) => alice.tapsData(path, screen)));
		expect(edits.most()).toBe(2);
	});

	test('a person’s questions are counted together', async () => {
		const { server } = await startReplicas(await startRedis(), { limits: { ...DEFAULT_LIMITS, person: 10 } });
		const alice = server.person({ name: 'Alice', language: 'en' });
		for (let index = 0; index < 20; index += 1) {
			await alice.sends('/balance povo');
		}
		const answers = alice.messages.filter(({ fromBot }) => fromBot);
		expect(answers).toHaveLength(11);
		expect(answers.at(-1)?.text).toBe('That was a lot at once. Please wait a minute.');
	});

	test('a group’s fifteen taps are counted together, and its questions', async () => {
		const { server } = await startReplicas(await startRedis(), { limits: DEFAULT_LIMITS });
		const alice = server.person({ name: 'Alice', language: 'en' });
		const group = server.group({ title: 'Osaka', members: [alice], bot: 'member' });
		await alice.in(group).sends('/balance@nokori_bot');
		const menu = alice.in(group).screen;
		for (let tap = 0; tap < 18; tap += 1) {
			await alice.in(group).tapsData(SCREENS[tap % 2] ?? '', menu);
		}
		expect(server.calls.count('editMessageText')).toBe(15);
		expect(alice.toasts).toHaveLength(3);
		for (let question = 0; question < 24; question += 1) {
			await alice.in(group).sends('/balance@nokori_bot povo');
		}
		// Eighteen with the menu, and one notice.
		expect(alice.in(group).messages.filter(({ fromBot }) => fromBot)).toHaveLength(19);
	});
});
