import { expect, test } from 'vitest';
import type { SeenMessage } from '../../src/bot-api-server/index.ts';
import { startNokori } from '../support/nokori.ts';

/** Alice owns a group with Bob, Chen and the bot. */
async function openGroup(bot: 'member' | 'administrator' = 'member', forum = false) {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	const bob = server.person({ name: 'Bob', language: 'ja' });
	const chen = server.person({ name: 'Chen', language: 'zh-hans' });
	const group = server.group({ title: 'Osaka', members: [alice, bob, chen], bot, ...(forum ? { forum: true } : {}) });
	return { server, alice, bob, chen, group };
}

/** The newest message of somebody else than the bot. */
function lastSaid(messages: readonly SeenMessage[]): SeenMessage {
	const said = messages.findLast(({ fromBot }) => !fromBot);
	if (!said) {
		throw new Error('Nobody has said anything.');
	}
	return said;
}

test('a command in a group is answered as a reply to the asker', async () => {
	const { server, alice, bob, group } = await openGroup();
	await alice.in(group).sends('/balance@nokori_bot povo');
	const answer = bob.in(group).screen;
	expect(answer.text).toContain('povo2.0 · Data left');
	expect(answer.replyTo).toBe(lastSaid(alice.in(group).messages).id);
	expect(server.calls.count('sendMessage')).toBe(1);
	expect(server.world.violations).toEqual([]);
});

test('a call by name is answered as a reply, whatever its case and wherever the name stands', async () => {
	const { chen, group } = await openGroup();
	for (const text of [
		'@nokori_bot povo怎么查剩余流量',
		'povo怎么查剩余流量 @Nokori_Bot',
		'@NOKORI_BOT povo怎么查剩余流量',
	]) {
		await chen.in(group).sends(text);
		expect(chen.in(group).screen.text).toContain('povo2.0 · 剩余流量');
		expect(chen.in(group).screen.replyTo).toBe(lastSaid(chen.in(group).messages).id);
	}
});

test('a reply to the bot is read as a question; thanks are not', async () => {
	const { alice, bob, group, server } = await openGroup();
	await alice.in(group).sends('/balance@nokori_bot povo');
	await bob.in(group).replies(bob.in(group).screen, 'ahamoの残りデータ量の確認方法は？');
	expect(bob.in(group).screen.text).toContain('ahamo');
	const before = server.calls.mark();
	await alice.in(group).replies(alice.in(group).screen, 'thank you so much!');
	await alice.in(group).replies(alice.in(group).screen, '👍');
	expect(server.calls.since(before)).toEqual([]);
});

test('called under a member’s message, the bot answers that member in their language', async () => {
	const { alice, chen, group } = await openGroup();
	await chen.in(group).sends('povo快到期了咋办');
	const question = lastSaid(chen.in(group).messages);
	await alice.in(group).replies(question, '@nokori_bot can you help?');
	const answer = chen.in(group).screen;
	expect(answer.text).toContain('povo2.0 · 续费');
	expect(answer.replyTo).toBe(question.id);
	// Chen asked, so Chen moves the menu.
	await chen.in(group).tapsData('/check-data/povo/', answer);
	expect(alice.in(group).screen).toMatchObject({ id: answer.id, isEdited: true });
});

test('a carrier named in the call completes a question without one', async () => {
	const { alice, chen, group } = await openGroup();
	await chen.in(group).sends('怎么查剩余流量');
	await alice.in(group).replies(lastSaid(chen.in(group).messages), '@nokori_bot ahamo');
	expect(chen.in(group).screen.text).toContain('ahamo');
	expect(chen.in(group).screen.text).toContain('剩余流量');
});

test('a bare call and a greeting are answered to the caller alone, where the bot may do so', async () => {
	const { alice, bob, group, server } = await openGroup('administrator');
	for (const [words, shown] of [
		['@nokori_bot', 'Nokori · help with SIMs in Japan'],
		['@nokori_bot hi!', 'Hello! What do you need?'],
		['@nokori_bot thanks a lot', "You're welcome."],
	] as const) {
		const before = server.calls.mark();
		await alice.in(group).sends(words);
		expect(alice.in(group).screen).toMatchObject({ isEphemeral: true });
		expect(alice.in(group).screen.text).toContain(shown);
		expect(server.calls.since(before)).toHaveLength(1);
		expect(bob.in(group).messages.some(({ text }) => text?.includes(shown))).toBe(false);
	}
	expect(server.world.violations).toEqual([]);
});

test('elsewhere they get one line, at the price of two calls once and one from then on', async () => {
	const { alice, group, server } = await openGroup();
	const callsFor = async (words: string): Promise<number> => {
		const before = server.calls.mark();
		await alice.in(group).sends(words);
		expect(alice.in(group).screen.text).toBe('Write your question after my name, like “@nokori_bot povo data left”.');
		return server.calls.since(before).length;
	};
	expect([await callsFor('@nokori_bot'), await callsFor('hello @nokori_bot')]).toEqual([2, 1]);
});

test('a call that is none of ours is met with silence', async () => {
	const { alice, group, server } = await openGroup();
	const before = server.calls.mark();
	await alice.in(group).sends('@nokori_bot lovely weather in Namba today, is it not, everybody?');
	expect(server.calls.since(before)).toEqual([]);
});

test('answers stay in the topic of the question', async () => {
	const { alice, bob, group, server } = await openGroup('member', true);
	const topic = group.topic('SIM cards');
	await alice.in(group, topic).sends('/keep@nokori_bot povo');
	expect(alice.in(group, topic).screen).toMatchObject({ threadId: topic.id });
	// A tap by somebody else is answered there too, for them alone.
	await bob
		.in(group, topic)
		.taps('データ残量を調べる')
		.catch(() => bob.in(group, topic).tapsData('/check-data/povo/'));
	expect(bob.in(group, topic).screen).toMatchObject({ isEphemeral: true });
	await alice.in(group).sends('@nokori_bot how much data do I have left on ahamo');
	expect(alice.in(group).screen.stored.message.is_topic_message).toBeUndefined();
	expect(server.calls.all.filter(({ error }) => error)).toEqual([]);
});

test('a reply in General carries a thread that is no topic, and is answered without it', async () => {
	const { alice, group, server } = await openGroup('member', true);
	await alice.in(group).sends('/balance@nokori_bot povo');
	await alice.in(group).replies(alice.in(group).screen, 'how do I top up ahamo?');
	expect(alice.in(group).screen.text).toContain('ahamo');
	expect(server.calls.all.filter(({ error }) => error)).toEqual([]);
});

test('200 ordinary messages get no answer, even where the bot reads them all', async () => {
	const { server, alice, bob, group } = await openGroup('administrator');
	server.group({ title: 'Other', members: [alice], bot: 'member' });
	group.otherBot('other_bot').posts('/balance@nokori_bot povo');
	const texts = [
		'hello',
		'povo快到期了咋办',
		'/weather',
		'/balance@other_bot povo',
		'nokori is nice',
		'@other_bot povo',
	];
	const before = server.calls.mark();
	for (let index = 0; index < 200; index += 1) {
		await (index % 2 ? alice : bob).in(group).sends(`${texts[index % texts.length]} ${index}`);
	}
	await bob.in(group).replies(lastSaid(alice.in(group).messages), 'ahamoの残高は？');
	expect(server.calls.since(before)).toEqual([]);
});

test('two who ask at once get an answer each', async () => {
	const { alice, chen, group } = await openGroup();
	await Promise.all([
		alice.in(group).sends('/balance@nokori_bot povo'),
		chen.in(group).sends('@nokori_bot linemo怎么续费'),
	]);
	const [first, second] = alice.in(group).messages.filter(({ fromBot }) => fromBot);
	const asked = alice.in(group).messages.filter(({ fromBot }) => !fromBot);
	expect(first?.text).toContain('povo2.0 · Data left');
	expect(second?.text).toContain('LINEMO');
	expect([first?.replyTo, second?.replyTo]).toEqual(asked.map(({ id }) => id));
});

test('what is sent through the bot inline is no question', async () => {
	const { alice, group, server } = await openGroup();
	const there = alice.in(group);
	const [result] = await there.types('povo');
	const before = server.calls.mark();
	await there.chooses(result as NonNullable<typeof result>);
	expect(server.calls.since(before)).toEqual([]);
	expect(alice.in(group).screen.text).toContain('povo');
});

test('an anonymous administrator and a channel are answered in the group’s language, and may ask again', async () => {
	const { alice, bob, group } = await openGroup();
	await alice.in(group).anonymously().sends('/balance@nokori_bot povo');
	const answer = alice.in(group).screen;
	expect(answer.text).toContain('povo2.0 · Data left');
	// Any administrator may have asked, so this one moves the menu; a member does not.
	await alice.in(group).tapsData('/keep-number/povo/', answer);
	expect(alice.in(group).screen).toMatchObject({ id: answer.id, isEdited: true });
	await bob.in(group).tapsData('/check-data/povo/', answer);
	expect(bob.in(group).screen).toMatchObject({ isEphemeral: true });
	await alice.in(group).asChannel('Osaka news').sends('@nokori_bot how much data do I have left on ahamo');
	expect(bob.in(group).screen.text).not.toContain('undefined');
	expect(alice.in(group).screen.text).toContain('ahamo');
});

test.each([
	['muted', async ({ group }: Awaited<ReturnType<typeof openGroup>>) => group.muteBot()],
	['in a closed topic', async () => undefined],
	['without any right', async ({ group }: Awaited<ReturnType<typeof openGroup>>) => group.closeForMembers()],
])('a bot that may not write stays silent: %s', async (name, forbid) => {
	const opened = await openGroup('member', true);
	const { alice, group, server } = opened;
	const topic = group.topic('SIM cards');
	await alice.in(group, topic).sends('/balance@nokori_bot povo');
	await forbid(opened);
	if (name === 'in a closed topic') {
		group.closes(topic);
	}
	const before = server.calls.mark();
	await alice.in(group, topic).sends('/keep@nokori_bot povo');
	expect(server.calls.since(before)).toHaveLength(1);
	// It goes on elsewhere.
	await alice.sends('/balance povo');
	expect(alice.screen.text).toContain('povo2.0');
});

test('what is asked just before the group becomes a supergroup is answered in the new one, once', async () => {
	const { alice, group, server } = await openGroup();
	server.faults.latency(50, 'sendMessage');
	const asked = alice.in(group).sends('/balance@nokori_bot povo');
	const migrated = group.migrate();
	await Promise.all([asked, migrated]);
	const answers = alice.in(group).messages.filter(({ fromBot }) => fromBot);
	expect(answers).toHaveLength(1);
	expect(answers[0]?.text).toContain('povo2.0');
});
