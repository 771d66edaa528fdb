import { expect, test } from 'vitest';
import type { Open } from './store.ts';

const NOW = Date.UTC(2026, 10, 20, 1);
const GROUP = -1_002_000_000_001;

export function describeUpdates(open: Open): void {
	test('an update that was handled is seen, also by another process and after a restart', async () => {
		const { store, reopen } = await open();
		const other = await reopen();
		expect(await store.isSeen(800_000_001)).toBe(false);
		await store.markSeen(800_000_001, NOW);
		await store.markSeen(800_000_001, NOW + 1);
		expect(await store.isSeen(800_000_001)).toBe(true);
		expect(await store.isSeen(800_000_002)).toBe(false);
		expect(await other.isSeen(800_000_001)).toBe(true);
		await store.close();
		expect(await (await reopen()).isSeen(800_000_001)).toBe(true);
	});

	test('an update is leased to one only, and to nobody after it was handled', async () => {
		const { store, reopen } = await open();
		const claims = await Promise.all([1, 2, 3].map(() => store.claimUpdate(800_000_001, NOW)));
		expect(claims.filter(Boolean)).toHaveLength(1);
		expect(await store.claimUpdate(800_000_001, NOW + 1)).toBe(false);
		expect(await store.claimUpdate(800_000_002, NOW)).toBe(true);
		// A lease is not yet handled.
		expect(await store.isSeen(800_000_001)).toBe(false);
		await store.markSeen(800_000_001, NOW);
		expect(await store.isSeen(800_000_001)).toBe(true);
		expect(await store.claimUpdate(800_000_001, NOW)).toBe(false);
		expect(await (await reopen()).claimUpdate(800_000_001, NOW)).toBe(false);
	});

	test('a lease that is renewed lasts as long again', async () => {
		const { store } = await open();
		await store.claimUpdate(800_000_001, NOW);
		await store.renewUpdate(800_000_001, NOW + 29_000);
		expect(await store.claimUpdate(800_000_001, NOW + 31_000)).toBe(false);
		await store.markSeen(800_000_001, NOW);
		await store.renewUpdate(800_000_002, NOW);
		expect(await store.isSeen(800_000_002)).toBe(false);
	});

	test('an update that was handled is leased to nobody, also where it never was before', async () => {
		const { store } = await open();
		await store.markSeen(800_000_001, NOW);
		expect(await store.claimUpdate(800_000_001, NOW)).toBe(false);
		expect(await store.isSeen(800_000_001)).toBe(true);
	});

	test('updates that are held stay over a restart, in their order, until they are released', async () => {
		const { store, reopen } = await open();
		const [first, second] = [
			{ id: 800_000_009, body: '{"update_id":800000009,"message":{"text":"povo快到期了"}}' },
			{ id: 800_000_010, body: '{"update_id":800000010}' },
		];
		expect(await store.listHeldUpdates()).toEqual([]);
		await store.holdUpdates([second, first]);
		await store.holdUpdates([first]);
		await store.close();
		const next = await reopen();
		expect(await next.listHeldUpdates()).toEqual([first, second]);
		await next.releaseUpdate(first.id);
		await next.releaseUpdate(first.id);
		expect(await next.listHeldUpdates()).toEqual([second]);
	});
}

const dueAt = (due: number) => ({ chatId: GROUP, messageIds: [due, 7], due });

export function describeDeletions(open: Open): void {
	test('messages are to be deleted once they are due, the oldest first and only so many', async () => {
		const { store } = await open();
		const [early, middle, late] = [dueAt(1000), dueAt(2000), dueAt(3000)];
		for (const deletion of [late, early, middle]) {
			await store.addDeletion(deletion);
		}
		expect(await store.listDeletions(999, 10)).toEqual([]);
		expect(await store.listDeletions(2000, 10)).toEqual([early, middle]);
		expect(await store.listDeletions(3000, 2)).toEqual([early, middle]);
	});

	test('messages stay to be deleted over a restart, until they are forgotten', async () => {
		const { store, reopen } = await open();
		const one = { chatId: GROUP, messageIds: [1, 2], due: 1000 };
		const other = { chatId: GROUP, messageIds: [3], due: 2000 };
		await store.addDeletion(one);
		await store.addDeletion(other);
		await store.close();
		const next = await reopen();
		expect(await next.listDeletions(5000, 10)).toEqual([one, other]);
		await next.forgetDeletion(one);
		await next.forgetDeletion(one);
		expect(await next.listDeletions(5000, 10)).toEqual([other]);
	});

	test('the same messages are to be deleted once, at the time that was said last', async () => {
		const { store } = await open();
		await store.addDeletion({ chatId: GROUP, messageIds: [1], due: 1000 });
		await store.addDeletion({ chatId: GROUP, messageIds: [1], due: 3000 });
		await store.addDeletion({ chatId: GROUP - 1, messageIds: [1], due: 2000 });
		expect((await store.listDeletions(5000, 10)).map(({ due }) => due)).toEqual([2000, 3000]);
	});
}
