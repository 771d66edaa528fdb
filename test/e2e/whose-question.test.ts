import { describe, expect, test } from 'vitest';
import type { SeenMessage } from '../../src/bot-api-server/index.ts';
import { startNokori } from '../support/nokori.ts';

async function openGroup() {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	const bob = server.person({ name: 'Bob', language: 'ja' });
	const chen = server.person({ name: 'Chen', language: 'zh-hans' });
	const group = server.group({ title: 'Osaka', members: [alice, bob, chen], bot: 'member', type: 'supergroup' });
	return { server, alice, bob, chen, group };
}

function lastSaid(messages: readonly SeenMessage[]): SeenMessage {
	return messages.findLast(({ fromBot }) => !fromBot) as SeenMessage;
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

describe('who asks a whole question of their own', () => {
	test('is answered in their language, as a reply to them, and moves the menu', async () => {
		const { alice, chen, group } = await openGroup();
		await alice.in(group).sends('How do I top up linemo?');
		await chen.in(group).replies(lastSaid(alice.in(group).messages), '@nokori_bot mineo 流量怎么查');
		const answer = chen.in(group).screen;
		expect(firstLine(answer.text)).toBe('📌 mineo · 剩余流量');
		expect(answer.replyTo).toBe(lastSaid(chen.in(group).messages).id);
		await chen.in(group).tapsData('/keep-number/mineo/', answer);
		expect(alice.in(group).screen).toMatchObject({ id: answer.id, isEdited: true });
	});

	test('is answered for the carrier that the other named, where they name none', async () => {
		const { alice, bob, group } = await openGroup();
		await alice.in(group).sends('I have ahamo by the way');
		await bob.in(group).replies(lastSaid(alice.in(group).messages), '@nokori_bot データ残量の確認方法は？');
		expect(firstLine(bob.in(group).screen.text)).toBe('📌 ahamo（アハモ） · データ残量');
		expect(bob.in(group).screen.replyTo).toBe(lastSaid(bob.in(group).messages).id);
	});
});

test('who only calls the bot lets the other be answered', async () => {
	const { alice, chen, group } = await openGroup();
	await chen.in(group).sends('linemo 怎么充值');
	const question = lastSaid(chen.in(group).messages);
	await alice.in(group).replies(question, 'ask @nokori_bot: it knows');
	expect(firstLine(chen.in(group).screen.text)).toContain('LINEMO · 充值');
	expect(chen.in(group).screen.replyTo).toBe(question.id);
});

describe('under a post of the linked channel', () => {
	test.each(['How to top up linemo: a guide', 'See you tomorrow'])(
		'“%s”, a comment is answered as a comment',
		async (post) => {
			const { chen, alice, group, server } = await openGroup();
			const posted = group.linksChannel('SIM news').posts(post);
			await chen.in(group).replies(posted, '@nokori_bot mineo 流量怎么查');
			const answer = chen.in(group).screen;
			expect(firstLine(answer.text)).toBe('📌 mineo · 剩余流量');
			expect(answer.replyTo).toBe(lastSaid(chen.in(group).messages).id);
			await chen.in(group).tapsData('/keep-number/mineo/', answer);
			expect(alice.in(group).screen).toMatchObject({ id: answer.id, isEdited: true });
			expect(server.calls.all.filter(({ error }) => error)).toEqual([]);
		},
	);

	test('a mere call is answered to who called', async () => {
		const { bob, group } = await openGroup();
		const posted = group.linksChannel('SIM news').posts('How to top up linemo?');
		await bob.in(group).replies(posted, '@nokori_bot');
		expect(firstLine(bob.in(group).screen.text)).toBe('📌 LINEMO · チャージ・データ追加');
		expect(bob.in(group).screen.replyTo).toBe(lastSaid(bob.in(group).messages).id);
	});
});

describe('a quote is the text that is meant', () => {
	test('out of a longer message', async () => {
		const { alice, bob, group } = await openGroup();
		await alice.in(group).sends('I know how to check data on mineo. But how to top up linemo?');
		const message = lastSaid(alice.in(group).messages);
		await bob.in(group).quotes('how to top up linemo?', '@nokori_bot', message);
		expect(firstLine(alice.in(group).screen.text)).toContain('LINEMO · Top up');
	});

	test('out of another chat, and then it is the caller who is answered', async () => {
		const { bob, group } = await openGroup();
		await bob.in(group).quotes('how to top up linemo?', '@nokori_bot');
		expect(firstLine(bob.in(group).screen.text)).toBe('📌 LINEMO · チャージ・データ追加');
		expect(bob.in(group).screen.replyTo).toBe(lastSaid(bob.in(group).messages).id);
	});

	test('in private, where the words say nothing', async () => {
		const { chen } = await openGroup();
		await chen.quotes('how do I keep my povo number', '这个');
		expect(firstLine(chen.screen.text)).toContain('povo2.0 · 保号');
	});
});
