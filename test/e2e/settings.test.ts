import { Api } from 'grammy';
import { expect, test } from 'vitest';
import { deleteDue } from '../../src/bot/housekeeping.ts';
import { createDeps, startNokori } from '../support/nokori.ts';

const MINUTE = 60_000;

async function openGroup(bot: 'member' | 'administrator' = 'member') {
	const clock = { now: Date.UTC(2026, 10, 20) };
	const deps = createDeps({ now: () => clock.now });
	const { server } = await startNokori(deps, { now: () => clock.now });
	const alice = server.person({ name: 'Alice', language: 'en' });
	const bob = server.person({ name: 'Bob', language: 'ja' });
	const group = server.group({ title: 'Osaka', members: [alice, bob], bot });
	return { clock, deps, server, alice, bob, group };
}

test('an administrator changes every setting by buttons and sees it at once', async () => {
	const { server, alice, group, deps } = await openGroup();
	await alice.in(group).sends('/settings@nokori_bot');
	expect(alice.in(group).screen.text).toContain('Settings of this group');
	await alice.in(group).taps('Change language');
	await alice.in(group).taps('日本語');
	expect(alice.in(group).screen.text).toContain('言語：日本語');
	await alice.in(group).taps('携帯会社を選ぶ');
	await alice.in(group).taps('povo2.0');
	await alice.in(group).taps('省略せずに答える');
	await alice.in(group).taps('あいさつしない');
	await alice.in(group).taps('回答を後で削除');
	await alice.in(group).taps('60分後に削除');
	expect(alice.in(group).screen.text).toContain('回答は60分後に削除します');
	expect(await deps.store.readGroup(group.id)).toEqual({
		locale: 'ja',
		carrier: 'povo',
		short: false,
		greeting: false,
		deleteAfter: 60,
	});
	await alice.in(group).taps('毎回たずねる');
	await alice.in(group).taps('言語を変える');
	await alice.in(group).taps('質問した人に合わせる');
	expect(await deps.store.readGroup(group.id)).not.toHaveProperty('locale');
	expect(await deps.store.readGroup(group.id)).not.toHaveProperty('carrier');
	expect(server.world.violations).toEqual([]);
});

test('a member gets one polite line, and their taps change nothing', async () => {
	const { server, alice, bob, group, deps } = await openGroup();
	await bob.in(group).sends('/settings@nokori_bot');
	expect(bob.in(group).screen.text).toBe('設定を変えられるのは、このグループの管理者だけです。');
	await alice.in(group).sends('/settings@nokori_bot');
	const before = server.calls.mark();
	await bob.in(group).tapsData('/settings/quiet', alice.in(group).screen);
	expect(bob.toasts.at(-1)?.text).toContain('管理者だけ');
	expect(server.calls.since(before, 'editMessageText')).toEqual([]);
	expect(await deps.store.readGroup(group.id)).toMatchObject({ greeting: true });
});

test('every tap is checked with Telegram, and the answer kept for a while', async () => {
	const { server, alice, bob, group, deps } = await openGroup();
	await alice.in(group).sends('/settings@nokori_bot');
	await alice.in(group).taps('Give full answers');
	await alice.in(group).taps('Shorten answers');
	expect(server.calls.count('getChatMember')).toBe(1);
	await group.promote(bob);
	// Bob is an administrator too, so the settings move under his hand as well.
	await bob.in(group).tapsData('/settings/quiet', alice.in(group).screen);
	expect(await deps.store.readGroup(group.id)).toMatchObject({ greeting: false });
	expect(alice.in(group).screen.isEdited).toBe(true);
});

test('an anonymous administrator may open them', async () => {
	const { alice, group } = await openGroup();
	await alice.in(group).anonymously().sends('/settings@nokori_bot');
	expect(alice.in(group).screen.text).toContain('Settings of this group');
	await alice.in(group).taps('Give full answers');
	expect(alice.in(group).screen.text).toContain('Answers: in full');
});

test('language, carrier and length of a group’s answers are as set; alone, everybody has their own', async () => {
	const { alice, bob, group, deps } = await openGroup();
	await deps.store.changeGroup(group.id, { locale: 'zh-Hant', carrier: 'povo', short: true });
	await bob.in(group).sends('/balance@nokori_bot');
	const inGroup = bob.in(group).screen;
	expect(inGroup.text).toContain('povo2.0 · 剩餘流量');
	expect(inGroup.entities.filter(({ type }) => type === 'expandable_blockquote')).toEqual([]);
	await alice.in(group).tapsData('/check-data/povo/', inGroup);
	expect(alice.in(group).screen.text).toContain('povo2.0 · Data left');
	await bob.sends('/balance povo');
	expect(bob.screen.entities.some(({ type }) => type === 'expandable_blockquote')).toBe(true);
	// A carrier that is named wins over the usual one.
	await bob.in(group).sends('/balance@nokori_bot ahamo');
	expect(bob.in(group).screen.text).toContain('ahamo');
	await bob.in(group).sends('@nokori_bot 残りデータ量を確認したい');
	expect(bob.in(group).screen.text).toContain('povo2.0');
});

test.each(['member', 'administrator'] as const)(
	'answers are deleted in time, over a restart too, and the command where the bot may: as %s',
	async (role) => {
		const { clock, deps, server, alice, group } = await openGroup(role);
		const api = new Api(server.token, { apiRoot: server.url });
		await deps.store.changeGroup(group.id, { deleteAfter: 5 });
		await alice.in(group).sends('/balance@nokori_bot povo');
		clock.now += 5 * MINUTE - 1;
		await deleteDue({ api, ...deps });
		expect(alice.in(group).messages).toHaveLength(2);
		clock.now += 1;
		await deleteDue({ api, ...deps });
		expect(alice.in(group).messages).toHaveLength(role === 'member' ? 1 : 0);
		const before = server.calls.mark();
		await deleteDue({ api, ...deps });
		expect(server.calls.since(before)).toEqual([]);
	},
);

test('what is gone already, or a group that put the bot out, does not hold up the rest', async () => {
	const { clock, deps, server, alice, group } = await openGroup();
	const api = new Api(server.token, { apiRoot: server.url });
	await deps.store.changeGroup(group.id, { deleteAfter: 5 });
	await alice.in(group).sends('/balance@nokori_bot povo');
	const other = server.group({ title: 'Kyoto', members: [alice], bot: 'member' });
	await deps.store.changeGroup(other.id, { deleteAfter: 5 });
	await alice.in(other).sends('/balance@nokori_bot povo');
	await group.kickBot(alice);
	clock.now += 6 * MINUTE;
	await deleteDue({ api, ...deps });
	expect(alice.in(other).messages.filter(({ fromBot }) => fromBot)).toEqual([]);
	expect(await deps.store.listDeletions(clock.now, 10)).toEqual([]);
});

test('while Telegram fails, what is to be deleted stays for later', async () => {
	const { clock, deps, server, alice, group } = await openGroup();
	const api = new Api(server.token, { apiRoot: server.url });
	await deps.store.changeGroup(group.id, { deleteAfter: 5 });
	await alice.in(group).sends('/balance@nokori_bot povo');
	clock.now += 6 * MINUTE;
	server.faults.next({ method: 'deleteMessage', errorCode: 500 });
	await expect(deleteDue({ api, ...deps })).rejects.toThrow('500');
	await deleteDue({ api, ...deps });
	expect(alice.in(group).messages.filter(({ fromBot }) => fromBot)).toEqual([]);
});

test('in private the settings are one’s own: a sample of the new layout first, then the choice', async () => {
	const { alice, deps } = await openGroup();
	await alice.sends('/settings');
	expect(alice.screen.text).toContain('Your settings');
	await alice.taps('See a sample');
	expect(alice.screen.rich).toBeDefined();
	await alice.taps('Use the new layout');
	await alice.sends('/balance povo');
	expect(alice.screen.rich).toBeDefined();
	expect(await deps.store.readPerson(alice.id)).toEqual({ rich: true });
	await alice.sends('/settings');
	await alice.taps('Use the plain layout');
	await alice.sends('/balance povo');
	expect(alice.screen.rich).toBeUndefined();
});

test('who is no administrator any more has no power from then on, where the bot is told', async () => {
	const { server } = await startNokori();
	const alice = server.person({ name: 'Alice', language: 'en' });
	const bob = server.person({ name: 'Bob', language: 'en' });
	const group = server.group({ title: 'Osaka', members: [alice, bob], bot: 'administrator', type: 'supergroup' });
	await group.promote(bob);
	await bob.in(group).sends('/settings@nokori_bot');
	await bob.in(group).taps('Give full answers');
	expect(bob.in(group).screen.text).toContain('Answers: in full');
	await group.demote(bob);
	await bob.in(group).tapsData('/settings/short', bob.in(group).screen);
	expect(bob.toasts.at(-1)?.text).toContain('Only administrators');
	expect(bob.in(group).screen.text).toContain('Answers: in full');
});
