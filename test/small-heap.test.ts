import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const BUILT = join(resolve(import.meta.dirname, '..'), 'dist/small-heap.js');

/** The usual nursery, in MB, of a process that keeps much of what it makes; for a moment V8 may borrow pages. */
function nurseryOf(policy: string): number {
	const script = `
		import { getHeapSpaceStatistics } from 'node:v8';
		import { setImmediate as turn } from 'node:timers/promises';
		import { keepHeapSmall, letNurseryGrow } from ${JSON.stringify(BUILT)};
		${policy};
		const kept = [];
		const sizes = [];
		for (let round = 0; round < 400; round += 1) {
			kept.push(Array.from({ length: 2000 }, (_, index) => ({ round, index })));
			await turn();
			sizes.push(getHeapSpaceStatistics().find((one) => one.space_name === 'new_space').space_size);
		}
		console.log(sizes.sort((a, b) => a - b)[sizes.length / 2] / 2 ** 20);
	`;
	return Number(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }));
}

test('the nursery of the heap grows as far as it is let, and no further', () => {
	const [free, some, more] = ['', 'keepHeapSmall(); letNurseryGrow(8)', 'keepHeapSmall(); letNurseryGrow(16)'].map(
		nurseryOf,
	);
	expect(free).toBeGreaterThan(16);
	expect(some).toBeGreaterThan(4);
	expect(some).toBeLessThanOrEqual(8);
	expect(more).toBeGreaterThan(8);
	expect(more).toBeLessThanOrEqual(16);
});
