import { InlineKeyboard } from 'grammy';
import { expect, test } from 'vitest';
import { rules, setUp, setUpWithAlice, startBot } from './support.ts';

test('a conversation: command, menu, tap, toast, edit', async () => {
	const { server } = await setUp();
	startBot(server, (bot) => {
		bot.command('balance', (ctx) =>
			ctx.reply(`Carrier? (${ctx.from?.language_code})`, {
				reply_markup: new InlineKeyboard().text('povo2.0', '/povo/'),
			}),
		);
		bot.on('callback_query:data', async (ctx) => {
			await ctx.answerCallbackQuery({ text: 'One moment' });
			await ctx.editMessageText(`Path ${ctx.callbackQuery.data}`, {
				entities: [{ type: 'bold', offset: 0, length: 4 }],
			});
		});
	});
	const alice = server.person({ name: 'Alice', language: 'zh-hans', username: 'alice' });
	await alice.sends('/balance');
	expect(alice.screen).toMatchObject({ text: 'Carrier? (zh-hans)', fromBot: true, from: 'Nokori' });
	await alice.taps('povo');
	expect(alice.screen).toMatchObject({ text: 'Path /povo/', isEdited: true, entities: [{ type: 'bold' }] });
	expect(alice.toasts).toMatchObject([{ text: 'One moment' }]);
	expect(server.world.unansweredTaps()).toEqual([]);
	expect(rules(server)).toEqual([]);
});

test('a deep link button presses Start in the private chat', async () => {
	const { server, clock } = await setUp();
	startBot(server, (bot) => {
		bot.command('start', (ctx) => ctx.reply(`start ${ctx.match}`));
		bot.command('help', (ctx) =>
			ctx.reply('menu', {
				reply_markup: new InlineKeyboard().url('Private', 'https://t.me/nokori_bot?start=renew_povo'),
			}),
		);
	});
	const alice = server.person({ name: 'Alice' });
	const group = server.group({ title: 'Trip', members: [alice], bot: 'member' });
	await alice.in(group).sends('/help');
	await alice.in(group).taps('Private');
	expect(alice.screen.text).toBe('start renew_povo');
	expect(clock.ms).toBe(Date.UTC(2026, 8, 1));
});

test('commands, mentions, links and addresses are marked as clients mark them', async () => {
	const { alice } = await setUpWithAlice();
	await alice.sends('/ask@nokori_bot what, @bob_smith? see https://povo.jp/ not a@b_mail.example');
	expect(alice.messages.at(-1)?.entities).toEqual([
		{ type: 'bot_command', offset: 0, length: 15 },
		{ type: 'mention', offset: 22, length: 10 },
		{ type: 'url', offset: 38, length: 16 },
		{ type: 'email', offset: 59, length: 16 },
	]);
});

test('nobody polling is reported with what was sent', async () => {
	const { server } = await setUp({ confirmTimeoutMs: 40 });
	await expect(server.person({ name: 'Alice' }).sends('hello')).rejects.toThrow(
		/^Alice's message "hello" was sent, but no poller confirmed update \d+ within 0.04 s. Is the bot running\?$/,
	);
});

test('a bot that never answers a tap is found out', async () => {
	const { server } = await setUp();
	startBot(server, (bot) => {
		bot.command('menu', (ctx) => ctx.reply('menu', { reply_markup: new InlineKeyboard().text('Go', 'x') }));
	});
	const alice = server.person({ name: 'Alice' });
	await alice.sends('/menu');
	await alice.taps('Go');
	expect(server.world.unansweredTaps()).toMatchObject([{ data: 'x', from: { first_name: 'Alice' } }]);
});

test('looking at an empty chat explains itself', async () => {
	const { server } = await setUp();
	expect(() => server.person({ name: 'Alice' }).screen).toThrow('Alice sees no message of the bot here.');
});

test('a group tells the bot when it is added, promoted and kicked', async () => {
	const { server } = await setUp();
	const seen: string[] = [];
	startBot(server, (bot) => {
		bot.on(
			'my_chat_member',
			(ctx) => void seen.push(`${ctx.from.first_name}: ${ctx.myChatMember.new_chat_member.status}`),
		);
		bot.on('message:new_chat_members:me', (ctx) => ctx.reply('Hello group'));
	});
	const [alice, bob] = [server.person({ name: 'Alice' }), server.person({ name: 'Bob' })];
	const group = server.group({ title: 'Trip', members: [alice, bob] });
	await group.addsBot(bob);
	expect(alice.in(group).screen.text).toBe('Hello group');
	await group.promote();
	await group.kickBot(alice);
	expect(seen).toEqual(['Bob: member', 'Alice: administrator', 'Alice: kicked']);
});

test('people who are not members cannot act in a group', async () => {
	const { server } = await setUp();
	const [alice, bob] = [server.person({ name: 'Alice' }), server.person({ name: 'Bob' })];
	const group = server.group({ title: 'Trip', members: [alice] });
	await expect(bob.in(group).sends('x')).rejects.toThrow('Bob is not a member of "Trip"');
	expect(() => group.topic('SIM')).toThrow('Create it with forum: true');
});

test('answers in a topic stay in the topic', async () => {
	const { server } = await setUp();
	startBot(server, (bot) => {
		bot.command('balance', (ctx) => {
			expect(ctx.message?.reply_to_message?.forum_topic_created).toMatchObject({ name: 'SIM' });
			return ctx.reply('here');
		});
	});
	const alice = server.person({ name: 'Alice' });
	const group = server.group({ title: 'Forum', members: [alice], forum: true, bot: 'member' });
	const [sim, food] = [group.topic('SIM'), group.topic('Food')];
	await alice.in(group, sim).sends('/balance');
	expect(alice.in(group, sim).screen).toMatchObject({ text: 'here', threadId: sim.id, replyTo: undefined });
	expect(alice.in(group, food).messages).toEqual([]);
	expect(alice.in(group).messages).toEqual([]);
});
