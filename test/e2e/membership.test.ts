import { expect, test } from 'vitest';
import { createDeps, startNokori } from '../support/nokori.ts';

async function openGroup() {
	const deps = createDeps();
	const { server } = await startNokori(deps);
	const alice = server.person({ name: 'Alice', language: 'zh-hant' });
	const bob = server.person({ name: 'Bob', language: 'en' });
	const group = server.group({ title: 'Osaka', members: [alice, bob] });
	const answers = () => bob.in(group).messages.filter(({ fromBot, text }) => fromBot && text !== '');
	return { deps, server, alice, bob, group, answers };
}

test('being added is greeted once, shortly, in the language of whoever added the bot', async () => {
	const { server, group, answers, alice } = await openGroup();
	await group.addsBot(alice);
	expect(answers()).toHaveLength(1);
	expect(answers()[0]?.text).toContain('/balance@nokori_bot povo');
	expect(answers()[0]?.text).toContain('/settings@nokori_bot');
	expect(answers()[0]?.text).toContain('大家好');
	expect(answers()[0]?.text.length).toBeLessThan(200);
	expect(server.world.violations).toEqual([]);
});

test('promotion, demotion, muting and removal say nothing', async () => {
	const { server, group, alice } = await openGroup();
	await group.addsBot(alice);
	const before = server.calls.mark();
	await group.promote();
	await group.demote();
	await group.muteBot();
	await group.kickBot(alice);
	expect(server.calls.since(before)).toEqual([]);
});

test('a group whose administrators turned the greeting off is entered in silence the next time', async () => {
	const { server, group, alice, answers } = await openGroup();
	await group.addsBot(alice);
	await alice.in(group).sends('/settings@nokori_bot');
	await alice.in(group).taps('不打招呼');
	await group.kickBot(alice);
	const count = answers().length;
	await group.addsBot(alice);
	expect(answers()).toHaveLength(count);
	expect(server.world.violations).toEqual([]);
});

test('settings move along when the group becomes a supergroup, and once more does no harm', async () => {
	const { deps, group, alice, bob } = await openGroup();
	await group.addsBot(alice);
	await alice.in(group).sends('/settings@nokori_bot');
	await alice.in(group).tapsData('/settings/carrier/povo');
	const before = group.id;
	await group.migrate();
	expect(await deps.store.readGroup(group.id)).toMatchObject({ carrier: 'povo' });
	await deps.store.moveGroup(before, group.id);
	await bob.in(group).sends('/balance@nokori_bot');
	expect(bob.in(group).screen.text).toContain('povo2.0 · Data left');
});

test('a bot that was added without the right to write says nothing and does not fail', async () => {
	const { server, group, alice } = await openGroup();
	group.closeForMembers();
	await group.addsBot(alice);
	expect(server.calls.all.filter(({ method }) => method === 'sendMessage').length).toBeLessThanOrEqual(1);
	await alice.sends('/start');
	expect(alice.screen.text).toContain('SIM');
});
