import { describe, expect, test } from 'vitest';
import { photo } from '../../src/bot-api-server/people/actor.ts';
import { startNokori } from '../support/nokori.ts';

async function openGroup(bot: 'member' | 'administrator' = 'member') {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	const bob = server.person({ name: 'Bob', language: 'ja' });
	const chen = server.person({ name: 'Chen', language: 'zh-hans' });
	const group = server.group({ title: 'Osaka', members: [alice, bob, chen], bot, type: 'supergroup' });
	return { server, alice, bob, chen, group };
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';

describe('a command, however it is typed', () => {
	test.each([
		['/Balance linemo', 'LINEMO · Data left'],
		['/BALANCE povo', 'povo2.0 · Data left'],
		['／balance linemo', 'LINEMO · Data left'],
		['／ｂａｌａｎｃｅ ahamo', 'ahamo · Data left'],
		['/ balance linemo', 'LINEMO · Data left'],
		['/balance_linemo', 'LINEMO · Data left'],
		['/balance_rakuten_mobile', 'Rakuten Mobile · Data left'],
		['/topup@Nokori_Bot mineo', 'mineo · Top up'],
		['/keep, povo', 'povo2.0 · Keep the number'],
		['balance linemo', 'LINEMO · Data left'],
		['how do I use /renew for povo?', 'povo2.0 · Renew'],
		['@nokori_bot /keep ahamo', 'ahamo · Keep the number'],
	])('%s, in private', async (typed, title) => {
		const { server } = await startNokori();
		const alice = server.person({ name: 'Alice', language: 'en' });
		await alice.sends(typed);
		expect(firstLine(alice.screen.text)).toContain(title);
		expect(server.world.violations).toEqual([]);
	});

	test.each([
		['/Balance@nokori_bot linemo', 'LINEMO · Data left'],
		['/Balance linemo', 'LINEMO · Data left'],
		['@nokori_bot /balance povo', 'povo2.0 · Data left'],
		['/balance povo @nokori_bot', 'povo2.0 · Data left'],
		['@nokori_bot balance linemo', 'LINEMO · Data left'],
		['@nokori_bot ／topup mineo', 'mineo · Top up'],
		['@nokori_bot / keep povo', 'povo2.0 · Keep the number'],
		['please /keep@nokori_bot for ahamo', 'ahamo · Keep the number'],
		['/balance_linemo@nokori_bot', 'LINEMO · Data left'],
	])('%s, in a group', async (typed, title) => {
		const { alice, group } = await openGroup();
		await alice.in(group).sends(typed);
		expect(firstLine(alice.in(group).screen.text)).toContain(title);
	});

	test.each(['/Balance@other_bot povo', '/weather', '/ balance linemo', 'balance linemo', 'see /etc/balance'])(
		'%s in a group is none of ours, even where the bot reads all',
		async (typed) => {
			const { alice, group, server } = await openGroup('administrator');
			group.otherBot('other_bot');
			const before = server.calls.mark();
			await alice.in(group).sends(typed);
			expect(server.calls.since(before)).toEqual([]);
		},
	);
});

describe('a call by name, wherever the name stands', () => {
	test.each([
		['hey @nokori_bot, how do I top up linemo? thanks!', 'LINEMO · Top up'],
		['@nokori_bot: how do I top up mineo', 'mineo · Top up'],
		['@nokori_bot，how to check povo data', 'povo2.0 · Data left'],
		['@nokori_bot @bob how do I top up linemo?', 'LINEMO · Top up'],
		['how do I keep my povo number @bob @nokori_bot ?', 'povo2.0 · Keep the number'],
	])('%s', async (typed, title) => {
		const { alice, group } = await openGroup();
		await alice.in(group).sends(typed);
		expect(firstLine(alice.in(group).screen.text)).toContain(title);
	});

	test('in Chinese, beside another name', async () => {
		const { chen, group } = await openGroup();
		await chen.in(group).sends('@nokori_bot @bob linemo 怎么充值');
		expect(firstLine(chen.in(group).screen.text)).toContain('LINEMO · 充值');
	});
});

describe('a caption is a text', () => {
	test.each([
		['linemo 余额怎么查', 'LINEMO'],
		['/balance linemo', 'LINEMO · Data left'],
		['How do I keep my povo number?', 'povo2.0 · Keep the number'],
	])('%s under a photo, in private', async (caption, title) => {
		const { server } = await startNokori();
		const alice = server.person({ name: 'Alice', language: 'en' });
		await alice.posts(photo(caption));
		expect(firstLine(alice.screen.text)).toContain(title);
		expect(alice.messages.filter(({ fromBot }) => fromBot)).toHaveLength(1);
	});

	test.each(['/balance@nokori_bot linemo', '@nokori_bot linemoの残りデータ量は？', '/Balance linemo'])(
		'%s under a photo, in a group',
		async (caption) => {
			const { bob, group } = await openGroup();
			await bob.in(group).posts(photo(caption));
			expect(firstLine(bob.in(group).screen.text)).toBe('📌 LINEMO · データ残量');
		},
	);

	test('a photo among members without the bot’s name is met with silence', async () => {
		const { bob, group, server } = await openGroup('administrator');
		const before = server.calls.mark();
		await bob.in(group).posts(photo('povoの残りデータ量は？'));
		await bob.in(group).posts(photo());
		expect(server.calls.since(before)).toEqual([]);
	});
});

describe('an album is one question', () => {
	test('without words it gets one hint', async () => {
		const { server } = await startNokori();
		const alice = server.person({ name: 'Alice', language: 'en' });
		await alice.sendsAlbum(Array.from({ length: 10 }, () => undefined));
		expect(alice.messages.filter(({ fromBot }) => fromBot)).toHaveLength(1);
		await alice.sendsAlbum([undefined, undefined]);
		expect(alice.messages.filter(({ fromBot }) => fromBot)).toHaveLength(2);
	});

	test.each([0, 1, 4])('with words under picture %i it gets one answer', async (index) => {
		const { server } = await startNokori();
		const bob = server.person({ name: 'Bob', language: 'ja' });
		await bob.sendsAlbum(Array.from({ length: 5 }, (_, at) => (at === index ? 'mineoのチャージ方法' : undefined)));
		const answers = bob.messages.filter(({ fromBot }) => fromBot);
		expect(answers.map(({ text }) => firstLine(text))).toEqual(['📌 mineo（マイネオ） · チャージ・データ追加']);
		expect(server.world.violations).toEqual([]);
	});
});

describe('what is no words', () => {
	const user = { id: 1, is_bot: false, first_name: 'Bob' };
	const options = [{ persistent_id: '1', text: 'povo', voter_count: 0 }];
	test.each([
		['a dice', { dice: { emoji: '🎲', value: 3 } }],
		['a poll', { poll: { id: '1', question: 'Which SIM?', options } }],
		['a story', { story: { chat: { id: 1, type: 'private', first_name: 'Bob' }, id: 1 } }],
		['a checklist', { checklist: { title: 'Trip', tasks: [] } }],
		['a game', { game: { title: 'Chess', description: '', photo: [] } }],
		['paid media', { paid_media: { star_count: 1, paid_media: [] } }],
		['a sticker', { sticker: { file_id: '1', file_unique_id: '1', emoji: '👍' } }],
		['a contact', { contact: { phone_number: '1', first_name: 'Bob', user } }],
		['a place', { location: { latitude: 34.7, longitude: 135.5 } }],
		['a rich message', { rich_message: { blocks: [] } }],
	])('%s gets the hint', async (_name, content) => {
		const { server } = await startNokori();
		const alice = server.person({ name: 'Alice', language: 'en' });
		await alice.posts(content as never);
		expect(alice.screen.text).toContain("I can't see pictures");
	});

	test('what is only about the chat gets nothing', async () => {
		const { server } = await startNokori();
		const alice = server.person({ name: 'Alice', language: 'en' });
		const before = server.calls.mark();
		await alice.posts({ message_auto_delete_timer_changed: { message_auto_delete_time: 86_400 } });
		expect(server.calls.since(before)).toEqual([]);
	});
});

describe('a question is a question in every kind of chat', () => {
	test('in a topic and in General, as a photo, a loose command or a call in the middle', async () => {
		const { server } = await startNokori();
		const alice = server.person({ name: 'Alice', language: 'en' });
		const forum = server.group({ title: 'Forum', members: [alice], bot: 'member', forum: true });
		const topic = forum.topic('SIM cards');
		for (const there of [alice.in(forum, topic), alice.in(forum)]) {
			await there.posts(photo('/Balance@nokori_bot linemo'));
			expect(firstLine(there.screen.text)).toContain('LINEMO · Data left');
			await there.sends('hey @nokori_bot, how do I top up mineo?');
			expect(firstLine(there.screen.text)).toContain('mineo · Top up');
		}
		expect(server.calls.all.filter(({ error }) => error)).toEqual([]);
	});

	test('as an administrator in the name of the group, and as a channel', async () => {
		const { alice, bob, group } = await openGroup();
		await alice.in(group).anonymously().posts(photo('@nokori_bot: how much data is left on povo'));
		expect(firstLine(alice.in(group).screen.text)).toContain('povo2.0 · Data left');
		await bob.in(group).asChannel('SIM news').sends('@nokori_bot linemo 怎么充值');
		expect(firstLine(bob.in(group).screen.text)).toContain('LINEMO · 充值');
	});
});
