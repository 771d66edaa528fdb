import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { SeenMessage } from '../../src/bot-api-server/index.ts';
import { startNokori } from '../support/nokori.ts';

const NOW = Date.UTC(2026, 10, 20, 3);

async function open() {
	const clock = { now: NOW };
	const now = () => clock.now;
	const { server } = await startNokori({ now }, { now });
	const alice = server.person({ name: 'Alice', language: 'en' });
	const chen = server.person({ name: 'Chen', language: 'zh-hans' });
	const group = server.group({ title: 'Osaka', members: [alice, chen], bot: 'member', type: 'supergroup' });
	return { server, alice, chen, group, clock };
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

function lastSaid(messages: readonly SeenMessage[]): SeenMessage {
	return messages.findLast(({ fromBot }) => !fromBot) as SeenMessage;
}

describe('the edit of a question that got only an offer', () => {
	test.each([
		['lorem ipsum dolor', 'how do I top up linemo', 'LINEMO · Top up'],
		['/balance', '/balance povo', 'povo2.0 · Data left'],
		['povo', 'povo how to keep the number', 'povo2.0 · Keep the number'],
	])('%s, then %s, is answered in place of the offer', async (first, then, title) => {
		const { server, alice } = await open();
		await alice.sends(first);
		const offer = alice.screen;
		await alice.edits(lastSaid(alice.messages), then);
		expect(firstLine(alice.screen.text)).toContain(title);
		expect(alice.screen).toMatchObject({ id: offer.id, isEdited: true });
		expect(alice.messages.filter(({ fromBot }) => fromBot)).toHaveLength(1);
		expect(server.world.violations).toEqual([]);
	});

	test('in a group, in the asker’s language', async () => {
		const { chen, group } = await open();
		await chen.in(group).sends('@nokori_bot 我的卡');
		await chen.in(group).edits(lastSaid(chen.in(group).messages), '@nokori_bot linemo 怎么充值');
		expect(firstLine(chen.in(group).screen.text)).toContain('LINEMO · 充值');
		expect(chen.in(group).messages.filter(({ fromBot }) => fromBot)).toHaveLength(1);
	});

	test('whose offer was deleted meanwhile, is answered with a new message', async () => {
		const { server, alice } = await open();
		await alice.sends('lorem ipsum dolor');
		const { stored } = alice.screen;
		server.world.chats.get(alice.id)?.messages.delete(stored.message.message_id);
		await alice.edits(lastSaid(alice.messages), '/balance povo');
		expect(firstLine(alice.screen.text)).toContain('povo2.0 · Data left');
	});
});

test('a question to nobody that is edited into one to the bot is answered', async () => {
	const { alice, group } = await open();
	await alice.in(group).sends('how do I top up linemo');
	await alice.in(group).edits(lastSaid(alice.in(group).messages), '@nokori_bot how do I top up linemo');
	expect(firstLine(alice.in(group).screen.text)).toContain('LINEMO · Top up');
	expect(alice.in(group).screen.replyTo).toBe(lastSaid(alice.in(group).messages).id);
});

describe('no answer comes to', () => {
	test('the edit of a question that was answered', async () => {
		const { server, alice } = await open();
		await alice.sends('/balance povo');
		const before = server.calls.mark();
		await alice.edits(lastSaid(alice.messages), '/balance linemo');
		await alice.edits(lastSaid(alice.messages), '/balance povo thanks');
		expect(server.calls.since(before)).toEqual([]);
	});

	test('an edit after more than ten minutes', async () => {
		const { server, alice, clock } = await open();
		await alice.sends('lorem ipsum dolor');
		const before = server.calls.mark();
		clock.now += 601_000;
		await alice.edits(lastSaid(alice.messages), '/balance povo');
		expect(server.calls.since(before)).toEqual([]);
	});

	test('the edit of a message from before the bot was started', async () => {
		const clock = { now: NOW };
		const { server } = await startNokori({ now: () => NOW + 5000 }, { now: () => clock.now });
		const alice = server.person({ name: 'Alice', language: 'en' });
		const group = server.group({ title: 'Osaka', members: [alice], bot: 'member' });
		await alice.in(group).sends('how do I top up linemo');
		const before = server.calls.mark();
		await alice.in(group).edits(lastSaid(alice.in(group).messages), '@nokori_bot how do I top up linemo');
		expect(server.calls.since(before)).toEqual([]);
	});

	test('an edit that changes nothing, as when a preview is added', async () => {
		const { server, alice } = await open();
		await alice.sends('lorem ipsum dolor');
		const { text, id } = alice.screen;
		await alice.edits(lastSaid(alice.messages), 'lorem ipsum dolor');
		await wait(20);
		expect(alice.screen).toMatchObject({ text, id });
		expect(server.calls.count('sendMessage')).toBe(1);
	});
});
