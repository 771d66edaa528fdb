import { Api } from 'grammy';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sendNotices } from '../../src/bot/features/reminders/send-notices.ts';
import { deleteDue } from '../../src/bot/housekeeping.ts';
import { DEFAULT_LIMITS } from '../../src/bot/middleware/limits.ts';
import { createUnsupported } from '../../src/bot/unsupported.ts';
import { createDeps, startPollingNokori } from '../support/nokori.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-11-20T12:00:00+09:00');
/** The first notice for 22 December. */
const DUE = new Date('2026-11-22T10:00:00+09:00');

// The whole process lives by this clock, libraries too; timers run on.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: START }));
afterEach(() => void vi.useRealTimers());

async function openBot() {
	const today = () => new Date(Date.now() + 9 * HOUR).toISOString().slice(0, 10);
	const deps = createDeps({ now: () => Date.now(), today, limits: DEFAULT_LIMITS });
	const { server } = await startPollingNokori(deps, { now: () => Date.now() });
	const api = new Api(server.token, { apiRoot: server.url });
	const alice = server.person({ name: 'Alice', language: 'en' });
	return {
		deps,
		server,
		api,
		alice,
		jump: (milliseconds: number) => void vi.setSystemTime(Date.now() + milliseconds),
		/** What a queue does at every look. */
		look: async (): Promise<void> => {
			const due = await deps.store.claimReminders(Date.now(), 100);
			await sendNotices(deps, { api, unsupported: createUnsupported() }, due);
		},
		notices: () => alice.messages.filter(({ text }) => text.startsWith('⏰ Other reminder: ')).length,
	};
}

test('a clock a day ahead and back again brings each reminder once', async () => {
	const { alice, deps, look, jump, notices } = await openBot();
	await alice.sends('/remind 2026-12-22');
	await alice.taps('Remind me');
	const [reminder] = await deps.store.listReminders(alice.id);
	expect(new Date(reminder?.due ?? 0)).toEqual(DUE);
	jump(DUE.getTime() - Date.now() - HOUR);
	await look();
	expect(notices()).toBe(0);
	jump(DAY);
	await look();
	expect(notices()).toBe(1);
	for (const back of [-HOUR, -DAY, DAY, HOUR]) {
		jump(back);
		await look();
		expect(notices()).toBe(1);
	}
	// The next one, the day before, is neither lost nor early.
	const [next] = await deps.store.listReminders(alice.id);
	jump((next?.due ?? 0) - Date.now() - HOUR);
	await look();
	expect(notices()).toBe(1);
	jump(DAY);
	await look();
	await look();
	expect(notices()).toBe(2);
});

test('a clock set back while a notice is on its way delays it and loses nothing', async () => {
	const { alice, server, look, jump, notices } = await openBot();
	await alice.sends('/remind 2026-12-22');
	await alice.taps('Remind me');
	jump(2 * DAY);
	server.faults.next({ method: 'sendMessage', errorCode: 400, description: 'Bad Request: try again' });
	await expect(look()).rejects.toThrow('400');
	jump(-HOUR);
	await look();
	expect(notices()).toBeLessThanOrEqual(1);
	jump(HOUR + 61_000);
	await look();
	await look();
	expect(notices()).toBe(1);
});

test('answers that are to be deleted are deleted once, however the clock jumps', async () => {
	const { alice, server, deps, api, jump } = await openBot();
	const group = server.group({ title: 'Osaka', members: [alice], bot: 'member' });
	await deps.store.changeGroup(group.id, { deleteAfter: 5 });
	const inGroup = alice.in(group);
	const look = (): Promise<void> => deleteDue({ api, store: deps.store, now: () => Date.now() });
	const answers = () => inGroup.messages.filter(({ fromBot }) => fromBot).length;
	await inGroup.sends('/balance@nokori_bot povo');
	jump(-HOUR);
	await inGroup.sends('/keep@nokori_bot povo');
	await look();
	expect(answers()).toBe(2);
	jump(10 * 60_000);
	await look();
	expect(answers()).toBe(1);
	jump(HOUR);
	await look();
	expect(answers()).toBe(0);
	const before = server.calls.mark();
	jump(-HOUR);
	await look();
	jump(DAY);
	await look();
	expect(server.calls.since(before)).toEqual([]);
});

test('limits lock nobody out when the clock is set back or ahead', async () => {
	const { alice, server, jump, deps } = await openBot();
	const group = server.group({ title: 'Osaka', members: [alice], bot: 'member' });
	await alice.in(group).sends('/settings@nokori_bot');
	for (const by of [DAY, -HOUR, -DAY, HOUR]) {
		jump(by);
		await alice.sends('/balance povo');
		expect(alice.screen.text).toContain('povo2.0 · Data left');
		await alice.sends('/keep povo');
		expect(alice.screen.text).toContain('povo2.0 · Keep the number');
		await alice.in(group).sends('/balance@nokori_bot ahamo');
		expect(alice.in(group).screen.text).toContain('ahamo · Data left');
	}
	await alice.in(group).sends('/settings@nokori_bot');
	await alice.in(group).taps('Change language');
	await alice.in(group).taps('日本語');
	expect(await deps.store.readGroup(group.id)).toMatchObject({ locale: 'ja' });
	expect(server.world.violations).toEqual([]);
});

test('what was answered before the clock was set back is not answered again', async () => {
	const { alice, server, jump, deps } = await openBot();
	await alice.sends('/balance povo');
	const [first] = server.calls.all.flatMap(({ method, result }) =>
		method === 'getUpdates' ? (result as never[]) : [],
	);
	const { update_id: id = 0 } = (first ?? {}) as { update_id?: number };
	expect(id).toBeGreaterThan(0);
	for (const by of [-DAY, HOUR, DAY]) {
		jump(by);
		expect(await deps.store.isSeen(id)).toBe(true);
		expect(await deps.store.claimUpdate(id, Date.now())).toBe(false);
	}
});
