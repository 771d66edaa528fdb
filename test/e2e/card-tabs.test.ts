import { Api } from 'grammy';
import { expect, test } from 'vitest';
import { publishCommands } from '../../src/bot/publish-commands.ts';
import type { Card } from '../../src/storage/settings.ts';
import { content, createDeps, startNokori } from '../support/nokori.ts';

async function openChat(language: string, cards: Card[]) {
	const deps = createDeps();
	const { server } = await startNokori(deps);
	const alice = server.person({ name: 'Alice', language });
	await deps.store.changePerson(alice.id, { cards });
	const row = (): string[] => (alice.screen.buttons[0] ?? []).map(({ text }) => text);
	return { deps, server, alice, row };
}

const FIVE: Card[] = ['povo', 'ahamo', 'softbank-prepaid', 'cuniq', 'rakuten-mobile'].map((carrier) => ({ carrier }));

test.each([
	['en', ['ahamo', 'SoftBank Prepaid', 'CUniq', 'Rakuten Mobile'], 'data left', 'Data left'],
	['ja', ['ahamo', 'ソフトバンクプリペイド', 'CUniq', '楽天モバイル'], 'データ残量を確認したい', 'データ残量'],
	['zh-hans', ['ahamo', '软银预付卡', 'CUniq', '乐天移动'], '怎么查剩余流量', '剩余流量'],
	['zh-hant', ['ahamo', '軟銀預付卡', 'CUniq', '樂天行動'], '怎麼查剩餘流量', '剩餘流量'],
])('the answer for the usual card offers the others in one row: %s', async (language, others, words, title) => {
	const { alice, server, row } = await openChat(language, FIVE);
	for (const question of ['/balance', words]) {
		await alice.sends(question);
		expect(alice.screen.text).toContain(`povo2.0 · ${title}`);
		expect(row()).toEqual(others);
		await alice.taps(others[2] ?? '');
		expect(alice.screen.text).toMatch(new RegExp(`CUniq.* · ${title}`));
	}
	await alice.sends('/balance povo');
	expect(row()).not.toContain('ahamo');
	expect(server.world.unansweredTaps()).toEqual([]);
	expect(server.world.violations).toEqual([]);
});

test('a card without such an answer opens its carrier, and of cards with the same answer one is offered', async () => {
	const { alice, row } = await openChat('en', [
		{ carrier: 'povo', form: 'esim' },
		{ carrier: 'povo', form: 'physical' },
		{ carrier: 'docomo' },
		{ carrier: 'docomo', form: 'esim' },
		{ carrier: 'gone-since' },
	]);
	await alice.sends('/renew');
	expect(row()).toEqual(['NTT docomo']);
	await alice.taps('NTT docomo');
	expect(alice.screen.buttons.flat().map(({ value }) => value)).toContain('/check-data/docomo/');
});

test.each([
	['en', ['CDJapan Rental · SIM card', 'CDJapan Rental · Mum', 'povo2.0', 'povo2.0 (Japan SIM)']],
	['ja', ['CDJapan Rental · SIMカード', 'CDJapan Rental · Mum', 'povo2.0', 'povo2.0（Japan SIM）']],
	['zh-hans', ['CDJapan Rental · 实体SIM卡', 'CDJapan Rental · Mum', 'povo2.0', 'povo2.0（Japan SIM）访日版']],
	['zh-hant', ['CDJapan Rental · 實體SIM卡', 'CDJapan Rental · Mum', 'povo2.0', 'povo2.0（Japan SIM）訪日版']],
])('cards that read alike are told apart by their form or their name: %s', async (language, tabs) => {
	const { alice, row } = await openChat(language, [
		{ carrier: 'cdjapan-rental', form: 'esim' },
		{ carrier: 'cdjapan-rental', form: 'physical', nickname: 'Work' },
		{ carrier: 'cdjapan-rental', nickname: 'Mum' },
		{ carrier: 'povo', form: 'esim', nickname: 'Dad' },
		{ carrier: 'povo-visitor' },
	]);
	await alice.sends('/renew');
	expect(row()).toEqual(tabs);
	await alice.taps(tabs[0] ?? '');
	expect(alice.screen.buttons.flat().map(({ value }) => value)).toContain('/feedback/renew.cdjapan-rental.physical/');
});

test('one card has no tabs', async () => {
	const { alice } = await openChat('en', [{ carrier: 'povo' }]);
	await alice.sends('/balance');
	const { buttons } = alice.screen;
	await alice.sends('/balance povo');
	expect(alice.screen.buttons).toEqual(buttons);
});

test('in a group the others see nothing of the cards; who asks alone sees their own', async () => {
	const { alice, server } = await openChat('en', FIVE);
	const bob = server.person({ name: 'Bob', language: 'en' });
	const group = server.group({ title: 'Osaka', members: [alice, bob], bot: 'administrator' });
	await alice.in(group).sends('/balance@nokori_bot');
	await alice.in(group).sends('@nokori_bot how do I check my data');
	await bob.in(group).sends('/balance@nokori_bot');
	const [first, ...others] = bob.in(group).messages.filter(({ fromBot }) => fromBot);
	expect(first?.text).toContain('Which carrier?');
	expect(others.map(({ text, buttons }) => ({ text, buttons }))).toEqual([
		{ text: first?.text, buttons: first?.buttons },
		{ text: first?.text, buttons: first?.buttons },
	]);
	await alice.in(group).sends('/settings@nokori_bot');
	await alice.in(group).tapsData('/settings/carrier/docomo');
	await alice.in(group).sends('/balance@nokori_bot');
	expect(alice.in(group).screen.text).toContain('docomo · Data left');
	expect(
		alice
			.in(group)
			.screen.buttons.flat()
			.map(({ text }) => text),
	).not.toContain('ahamo');
	const seen = bob.in(group).messages.length;
	await publishCommands(new Api(server.token, { apiRoot: server.url }), content().i18n);
	await alice.in(group).sends('/balance');
	expect(alice.in(group).screen).toMatchObject({ isEphemeral: true });
	expect(alice.in(group).screen.buttons[0]).toHaveLength(4);
	expect(bob.in(group).messages).toHaveLength(seen);
	expect(server.world.violations).toEqual([]);
});
