import { expect, test } from 'vitest';
import type { VoteOutcome } from '../../src/storage/store.ts';
import type { Open } from './store.ts';

const ALICE = 5_000_000_001;
const BOB = 5_000_000_002;

export function describeFeedback(open: Open): void {
	test('a person is counted once per answer and month', async () => {
		const { store } = await open();
		expect(await store.vote('check-data/povo', ALICE, '2026-11', 'good')).toBe('counted');
		expect(await store.vote('check-data/povo', ALICE, '2026-11', 'good')).toBe('same');
		expect(await store.vote('check-data/povo', BOB, '2026-11', 'links')).toBe('counted');
		expect(await store.vote('check-data/povo', ALICE, '2026-12', 'numbers')).toBe('counted');
		expect(await store.vote('renew/povo', ALICE, '2026-11', 'steps')).toBe('counted');
		expect(byAnswer(await store.listVotes())).toEqual([
			{ answer: 'check-data/povo', good: 1, steps: 0, links: 1, numbers: 1 },
			{ answer: 'renew/povo', good: 0, steps: 1, links: 0, numbers: 0 },
		]);
	});

	test('the last word of a person replaces the one before, and nobody else’s', async () => {
		const { store } = await open();
		await store.vote('renew/povo', BOB, '2026-11', 'good');
		await store.vote('renew/povo', ALICE, '2026-10', 'good');
		const said = ['good', 'steps', 'steps', 'links', 'numbers', 'good', 'links'] as const;
		const outcomes: VoteOutcome[] = [];
		for (const vote of said) {
			outcomes.push(await store.vote('renew/povo', ALICE, '2026-11', vote));
		}
		expect(outcomes).toEqual(['counted', 'replaced', 'same', 'replaced', 'replaced', 'replaced', 'replaced']);
		expect(await store.listVotes()).toEqual([{ answer: 'renew/povo', good: 2, steps: 0, links: 1, numbers: 0 }]);
		expect((await store.exportPerson(ALICE)).votes).toEqual(['renew/povo 2026-10', 'renew/povo 2026-11']);
	});

	test('after a person was forgotten their next word is a new one', async () => {
		const { store } = await open();
		await store.vote('renew/povo', ALICE, '2026-11', 'good');
		await store.forgetPerson(ALICE);
		expect(await store.vote('renew/povo', ALICE, '2026-11', 'links')).toBe('counted');
		expect(await store.listVotes()).toEqual([{ answer: 'renew/povo', good: 1, steps: 0, links: 1, numbers: 0 }]);
	});

	test('of two processes that replace a word at once, one does', async () => {
		const { store, reopen } = await open();
		const other = await reopen();
		await store.vote('renew/povo', ALICE, '2026-11', 'good');
		const outcomes = [store, other, store, other].map((one) => one.vote('renew/povo', ALICE, '2026-11', 'steps'));
		expect((await Promise.all(outcomes)).toSorted()).toEqual(['replaced', 'same', 'same', 'same']);
		expect(await store.listVotes()).toEqual([{ answer: 'renew/povo', good: 0, steps: 1, links: 0, numbers: 0 }]);
	});

	test('two processes count a person once', async () => {
		const { store, reopen } = await open();
		const other = await reopen();
		const votes = [store, other, store, other].map((one) => one.vote('renew/povo', ALICE, '2026-11', 'good'));
		expect((await Promise.all(votes)).filter((outcome) => outcome === 'counted')).toHaveLength(1);
		expect(await store.listVotes()).toEqual([{ answer: 'renew/povo', good: 1, steps: 0, links: 0, numbers: 0 }]);
	});

	test('votes are counted over a restart, nobody votes twice after it, and the last word still replaces', async () => {
		const { store, reopen } = await open();
		expect(await store.listVotes()).toEqual([]);
		await store.vote('renew/povo', ALICE, '2026-11', 'good');
		await store.close();
		const next = await reopen();
		expect(await next.vote('renew/povo', ALICE, '2026-11', 'good')).toBe('same');
		expect(await next.vote('renew/povo', BOB, '2026-11', 'good')).toBe('counted');
		expect(await next.vote('renew/povo', ALICE, '2026-11', 'links')).toBe('replaced');
		expect(await next.listVotes()).toEqual([{ answer: 'renew/povo', good: 1, steps: 0, links: 1, numbers: 0 }]);
	});
}

function byAnswer<T extends { answer: string }>(counts: readonly T[]): T[] {
	return counts.toSorted((one, other) => (one.answer < other.answer ? -1 : 1));
}

export function describeUnanswered(open: Open): void {
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
		for (const [choice, day] of [
			['check-data', '2026-11-19'],
			['check-data', '2026-11-20'],
			['check-bill', '2026-11-20'],
		] as const) {
			await store.countChoice('saldo?', choice, day);
		}
		await store.close();
		const next = await reopen();
		expect(await next.listUnanswered(2)).toEqual([
			{ text: 'saldo?', days: 2, times: 4, choices: { 'check-bill': 1, 'check-data': 2 } },
			{ text: 'guthaben', days: 3, times: 3, choices: {} },
		]);
		expect(await next.listUnanswered(3)).toEqual([{ text: 'guthaben', days: 3, times: 3, choices: {} }]);
		expect(await next.listUnanswered(4)).toEqual([]);
	});
}
