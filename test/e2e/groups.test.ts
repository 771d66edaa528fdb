import { expect, test } from 'vitest';
import { startNokori } from '../support/nokori.ts';

test('a command in a group is answered as a reply to the asker', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	const bob = server.person({ name: 'Bob', language: 'ja' });
	const group = server.group({ title: 'Osaka', members: [alice, bob], bot: 'member' });
	await alice.in(group).sends('/balance@nokori_bot povo');
	const answer = bob.in(group).screen;
	expect(answer.text).toContain('povo2.0 · Data left');
	expect(answer.replyTo).toBe(alice.in(group).messages.find(({ fromBot }) => !fromBot)?.id);
});

test('a command in a forum topic is answered in that topic', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	const group = server.group({ title: 'Osaka', members: [alice], bot: 'member', forum: true });
	const topic = group.topic('SIM cards');
	await alice.in(group, topic).sends('/keep@nokori_bot povo');
	expect(alice.in(group, topic).screen).toMatchObject({ threadId: topic.id });
});

test('ordinary messages in a group get no answer, even where the bot reads them all', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	const group = server.group({ title: 'Osaka', members: [alice], bot: 'administrator' });
	const before = server.calls.mark();
	for (const text of ['hello', 'povo快到期了咋办', '/weather', '/balance@other_bot povo', 'nokori is nice']) {
		await alice.in(group).sends(text);
	}
	expect(server.calls.since(before)).toEqual([]);
});
