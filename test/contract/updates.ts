import { expect, test } from 'vitest';
import type { Open } from './store.ts';

const NOW = Date.UTC(2026, 10, 20, 1);

export function describeUpdatesAndMisses(open: Open): void {
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

	test('an update is in one hand only, and in nobody’s after it was handled', async () => {
		const { store, reopen } = await open();
		const claims = await Promise.all([1, 2, 3].map(() => store.claimUpdate(800_000_001, NOW)));
		expect(claims.filter(Boolean)).toHaveLength(1);
		expect(await store.claimUpdate(800_000_001, NOW + 1)).toBe(false);
		expect(await store.claimUpdate(800_000_002, NOW)).toBe(true);
		// Who has it in hand asks on the way whether somebody else was faster.
		expect(await store.isSeen(800_000_001)).toBe(false);
		await store.markSeen(800_000_001, NOW);
		expect(await store.isSeen(800_000_001)).toBe(true);
		expect(await store.claimUpdate(800_000_001, NOW)).toBe(false);
		expect(await (await reopen()).claimUpdate(800_000_001, NOW)).toBe(false);
	});

	test('an update that was handled is taken by nobody, also where nobody had it in hand', async () => {
		const { store } = await open();
		await store.markSeen(800_000_001, NOW);
		expect(await store.claimUpdate(800_000_001, NOW)).toBe(false);
		expect(await store.isSeen(800_000_001)).toBe(true);
	});

	test('what was not understood is listed by days, the commonest first', async () => {
		const { store, reopen } = await open();
		for (const [text, day] of [
			['guthaben', '2026-11-18'],
			['guthaben', '2026-11-19'],
			['guthaben', '2026-11-20'],
			['saldo?', '2026-11-19'],
			['saldo?', '2026-11-20'],
			['saldo?', '2026-11-20'],
			['saldo?', '2026-11-20'],
			['once', '2026-11-20'],
		] as const) {
			await store.countUnanswered(text, day);
		}
		await store.close();
		const next = await reopen();
		expect(await next.listUnanswered(2)).toEqual([
			{ text: 'saldo?', days: 2, times: 4 },
			{ text: 'guthaben', days: 3, times: 3 },
		]);
		expect(await next.listUnanswered(3)).toEqual([{ text: 'guthaben', days: 3, times: 3 }]);
		expect(await next.listUnanswered(4)).toEqual([]);
	});
}
