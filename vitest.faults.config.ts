import { defineConfig } from 'vitest/config';

// Whole processes that are killed, frozen and cut off, for up to a minute and a half each. Most of it is waiting, so
// more files run beside each other than there are processors. What a machine's own pause broke is tried once more; the
// runner says so.
// biome-ignore lint/style/noDefaultExport: this is where vitest looks.
export default defineConfig({
	test: { include: ['test/faults/**/*.fault.ts'], retry: 1, testTimeout: 150_000, hookTimeout: 30_000, maxWorkers: 4 },
});
