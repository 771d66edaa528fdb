import { Api } from 'grammy';
import { expect, test } from 'vitest';
import { publishCommands } from '../../src/bot/publish-commands.ts';
import type { BotApiServerOptions } from '../../src/bot-api-server/index.ts';
import { content, startNokori } from '../support/nokori.ts';

async function openGroup(options: BotApiServerOptions = {}) {
	const { server } = await startNokori({}, options);
	const alice = server.person({ name: 'Alice', language: 'en' });
	const bob = server.person({ name: 'Bob', language: 'ja' });
	const group = server.group({ title: 'Osaka', members: [alice, bob], bot: 'member' });
	return { server, alice, bob, group };
}

test('the asker’s tap moves the public menu, another member’s shows them the screen alone and says so', async () => {
	const { server, alice, bob, group } = await openGroup();
	await alice.in(group).sends('/balance@nokori_bot');
	const menu = alice.in(group).screen;
	await bob.in(group).tapsData('/check-data/povo/', menu);
	expect(bob.in(group).screen).toMatchObject({ isEphemeral: true });
	expect(bob.in(group).screen.text).toContain('povo2.0 · データ残量');
	expect(bob.toasts.map(({ text }) => text)).toEqual(['この回答はあなたにだけ見えます。']);
	expect(alice.in(group).screen).toMatchObject({ id: menu.id, isEdited: false });
	await alice.in(group).tapsData('/check-data/ahamo/', menu);
	expect(alice.in(group).screen).toMatchObject({ id: menu.id, isEdited: true });
	expect(server.world.violations).toEqual([]);
});

test('further taps on one’s own message change that one, short or long', async () => {
	const { server, alice, bob, group } = await openGroup();
	await alice.in(group).sends('/balance@nokori_bot');
	await bob.in(group).tapsData('/keep-number/', alice.in(group).screen);
	const own = bob.in(group).screen;
	await bob.in(group).tapsData('/check-data/', own);
	expect(bob.in(group).screen).toMatchObject({ id: own.id, isEdited: true });
	expect(server.calls.count('editEphemeralMessageText')).toBe(1);
	// Telegram refuses to change it into a text this long, so a new one takes its place.
	const { catalogue, compose } = content();
	expect(compose({ procedure: 'keep-number', carrier: 'povo', locale: 'ja' }, '2026-11-20')).toBeDefined();
	for (const { id } of catalogue.carriers) {
		await bob.in(group).tapsData(`/lost-or-stopped/${id}/`);
		expect(bob.in(group).messages.filter(({ isEphemeral }) => isEphemeral)).toHaveLength(1);
	}
	expect(server.calls.count('deleteEphemeralMessage')).toBeGreaterThan(0);
	expect(server.world.unansweredTaps()).toEqual([]);
	expect(server.world.violations).toEqual([]);
});

test('every public menu opens the same screen in the private chat', async () => {
	const { alice, bob, group } = await openGroup();
	await bob.sends('/start');
	for (const command of ['balance', 'help', 'keep', 'identify', 'balance povo', 'fix softbank']) {
		const [name, ...words] = command.split(' ');
		await alice.in(group).sends([`/${name}@nokori_bot`, ...words].join(' '));
		const shown = alice.in(group).screen;
		await bob.in(group).taps('Open private chat', shown);
		expect(bob.screen.text.split('\n')[0]?.length).toBeGreaterThan(0);
		expect(bob.screen.buttons.flat().map(({ kind }) => kind)).not.toContain('url-to-private');
	}
	expect(bob.screen.text).toContain('ソフトバンク');
});

test('an ephemeral command is answered for its sender alone, in their language, and its menu changes in place', async () => {
	const { server, alice, bob, group } = await openGroup();
	await publishCommands(new Api(server.token, { apiRoot: server.url }), content().i18n);
	await bob.in(group).sends('/balance povo');
	expect(bob.in(group).screen).toMatchObject({ isEphemeral: true });
	expect(bob.in(group).screen.text).toContain('povo2.0 · データ残量');
	expect(alice.in(group).messages).toEqual([]);
	await bob.in(group).sends('/keep');
	const own = bob.in(group).screen;
	await bob.in(group).taps('ahamo');
	expect(bob.in(group).screen.text).toContain('ahamo');
	await bob.in(group).tapsData('/');
	expect(bob.in(group).messages.filter(({ isEphemeral, fromBot }) => isEphemeral && fromBot).length).toBe(2);
	expect(own.isEphemeral).toBe(true);
	expect(server.world.violations).toEqual([]);
});

test('after the 15 seconds an ephemeral command is answered with a link for its sender', async () => {
	let now = Date.UTC(2026, 10, 20);
	const { server, bob, group } = await openGroup({ now: () => now });
	await publishCommands(new Api(server.token, { apiRoot: server.url }), content().i18n);
	const asked = bob.in(group).sends('/balance povo');
	now += 16_000;
	await asked;
	const shown = bob.in(group).screen;
	expect(shown).toMatchObject({ isEphemeral: false, text: 'これはご本人用です。個人チャットで開いてください。' });
	expect(shown.buttons.flat().map(({ value }) => value)).toEqual(['https://t.me/nokori_bot?start=check-data_povo']);
	expect(bob.in(group).messages.filter(({ fromBot }) => fromBot)).toHaveLength(1);
});

test('an old server that shows everybody what was meant for one: it is taken back and the private chat opened', async () => {
	const { server, alice, bob, group } = await openGroup({ ephemeral: false });
	await bob.sends('/start');
	await alice.in(group).sends('/balance@nokori_bot');
	const menu = alice.in(group).screen;
	const before = server.calls.mark();
	await bob.in(group).tapsData('/check-data/povo/', menu);
	expect(
		alice
			.in(group)
			.messages.filter(({ fromBot }) => fromBot)
			.map(({ id }) => id),
	).toEqual([menu.id]);
	expect(bob.toasts.at(-1)?.url).toBe('https://t.me/nokori_bot?start=check-data_povo');
	// From now on the plain way is taken at once.
	const later = server.calls.mark();
	await bob.in(group).tapsData('/keep-number/povo/', menu);
	expect(server.calls.since(later).map(({ method }) => method)).toEqual(['answerCallbackQuery']);
	expect(server.calls.since(before).map(({ method }) => method)).toContain('deleteMessage');
	expect(server.world.unansweredTaps()).toEqual([]);
});

test.each([404, 400])(
	'a refusal of ephemeral messages (%i) is remembered, and nobody else gets the answer',
	async (errorCode) => {
		const { server, alice, bob, group } = await openGroup();
		await publishCommands(new Api(server.token, { apiRoot: server.url }), content().i18n);
		await bob.sends('/mycard ahamo');
		server.faults.next({ method: 'sendMessage', errorCode, description: 'Bad Request: EPHEMERAL_NOT_ALLOWED' });
		await bob.in(group).sends('/balance');
		const shown = alice.in(group).screen;
		expect(shown.text).not.toContain('ahamo');
		expect(shown.buttons.flat().map(({ value }) => value)).toEqual(['https://t.me/nokori_bot?start=check-data_ahamo']);
		expect(alice.in(group).messages.filter(({ fromBot }) => fromBot)).toHaveLength(1);
		await bob.in(group).tapsData('/check-data/ahamo/', alice.in(group).screen);
		expect(bob.toasts.at(-1)?.url).toBe('https://t.me/nokori_bot?start=check-data_ahamo');
	},
);

test.each([404, 400])('a refusal of rich messages (%i) is remembered and the text comes at once', async (errorCode) => {
	const { server } = await startNokori({ richMessages: true });
	const alice = server.person({ name: 'Alice', language: 'en' });
	server.faults.next({ method: 'sendRichMessage', errorCode });
	await alice.sends('/balance povo');
	expect(alice.screen.text).toContain('povo2.0 · Data left');
	expect(alice.screen.rich).toBeUndefined();
	await alice.sends('/keep povo');
	expect(server.calls.count('sendRichMessage')).toBe(1);
	expect(alice.messages.filter(({ fromBot }) => fromBot)).toHaveLength(2);
});

test('a tap by somebody who has just left, and one on another’s own message, disturb nobody', async () => {
	const { server, alice, bob, group } = await openGroup();
	await alice.in(group).sends('/balance@nokori_bot');
	const menu = alice.in(group).screen;
	await bob.in(group).tapsData('/check-data/povo/', menu);
	const bobs = bob.in(group).screen;
	await alice.in(group).tapsData('/keep-number/povo/', bobs);
	expect(alice.in(group).screen).toMatchObject({ isEphemeral: true });
	expect(bob.in(group).screen.text).toBe(bobs.text);
	const tapped = bob.in(group).tapsData('/check-data/ahamo/', menu);
	await Promise.all([tapped, group.removes(bob)]);
	expect(server.world.unansweredTaps()).toEqual([]);
	expect(bob.toasts.at(-1)?.url).toBe('https://t.me/nokori_bot?start=check-data_ahamo');
	expect(server.world.violations).toEqual([]);
});

test('a tap on a menu that was deleted is answered for the tapper', async () => {
	const { server, alice, group } = await openGroup();
	await alice.in(group).sends('/balance@nokori_bot');
	const menu = alice.in(group).screen;
	await new Api(server.token, { apiRoot: server.url }).deleteMessage(group.id, menu.id);
	await alice.in(group).tapsData('/check-data/povo/', menu);
	expect(alice.in(group).screen.text).toContain('povo2.0');
	expect(server.world.unansweredTaps()).toEqual([]);
});

test.each(['/nowhere/', 'junk', '/settings/quiet', '/check-data/__proto__/', 'x'.repeat(64)])(
	'forged callback data in a group is answered, and shown to nobody else: %s',
	async (data) => {
		const { server, alice, bob, group } = await openGroup();
		await alice.in(group).sends('/balance@nokori_bot');
		const before = alice.in(group).messages.length;
		await bob.in(group).tapsData(data, alice.in(group).screen);
		expect(alice.in(group).messages).toHaveLength(before);
		expect(server.world.unansweredTaps()).toEqual([]);
	},
);
