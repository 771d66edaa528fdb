import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.ts'],
		testTimeout: 90_000,
		// Files share what they import: reading the program anew for each was a third of all work. No test changes a module.
		isolate: false,
		// Much of it is waiting for processes and pages. Unless told, the runner leaves one of two processors idle.
		maxWorkers: 4,
		// How long a condition is waited for, not how long it may take: machines are busy.
		expect: { poll: { timeout: 20_000 } },
	},
});
