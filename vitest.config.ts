import { defineConfig } from 'vitest/config';

export default defineConfig({
	// Browsers and servers are real, and on a busy machine one of them may be slow once: what is broken fails twice.
	test: { include: ['test/**/*.test.ts'], testTimeout: 30_000, retry: 1 },
});
