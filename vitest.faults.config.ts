import { defineConfig } from 'vitest/config';

// Whole processes that are killed, frozen and cut off, for up to a minute and a half each. Most of it is waiting, so
// more files run beside each other than there are processors. What a machine's own pause broke is tried once more; the
// runner says so. What is held to a second by itself, in `timed/`, runs after them, one file at a time: beside three
// others it would measure those.
const limits = { retry: 1, testTimeout: 150_000, hookTimeout: 30_000 };

// biome-ignore lint/style/noDefaultExport: this is where vitest looks.
export default defineConfig({
	test: {
		projects: [
			{
				test: {
					...limits,
					name: 'faults',
					include: ['test/faults/*.fault.ts'],
					maxWorkers: 4,
					sequence: { groupOrder: 0 },
				},
			},
			{
				test: {
					...limits,
					name: 'timed',
					include: ['test/faults/timed/*.fault.ts'],
					maxWorkers: 1,
					sequence: { groupOrder: 1 },
				},
			},
		],
	},
});
