import { expect, test } from 'vitest';
import type { Open } from './store.ts';

const GROUP = -1_002_000_000_001;

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
