import { defineConfig } from 'vitest/config';

export default defineConfig({
	// Files share what they import: reading the program anew for each was a third of all work. No test changes a module.
	test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, isolate: false },
});
