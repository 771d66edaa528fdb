import { expect, test } from 'vitest';
import { createDeps, startNokori } from '../support/nokori.ts';

const NOW = Date.UTC(2026, 10, 20, 3);

test('three taps on yes, or the same update again, are one reminder; another day is another', async () => {
	const deps = createDeps({ now: () => NOW });
	const { server, bot } = await startNokori(deps, { now: () => NOW });
	const alice = server.person({ name: 'Alice', language: 'ja' });
	await alice.sends('/remind povo 12月31日');
	const confirm = alice.screen;
	const yes = confirm.buttons.flat().find(({ value }) => value.endsWith('/yes'))?.value ?? '';
	await Promise.all([1, 2, 3].map(() => alice.tapsData(yes, confirm)));
	expect(await deps.store.listReminders(alice.id)).toHaveLength(1);
	// Killed between keeping and answering, a process is given the same update again.
	const tap = { id: '1', from: alice.user, chat_instance: '1', data: yes, message: confirm.stored.message };
	await bot.handleUpdate({ update_id: 1, callback_query: tap } as never);
	expect(await deps.store.listReminders(alice.id)).toHaveLength(1);
	await alice.sends('/remind povo 11月30日');
	await alice.taps('お知らせを受け取る');
	expect(await deps.store.listReminders(alice.id)).toHaveLength(2);
});
