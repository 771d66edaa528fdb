import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const BUILT = join(resolve(import.meta.dirname, '..'), 'dist/small-heap.js');

/** The largest nursery, in MB, of a process that keeps much of what it makes. */
function nurseryOf(policy: string): number {
	const script = `
		import { getHeapSpaceStatistics } from 'node:v8';
		import { setImmediate as turn } from 'node:timers/promises';
		import { keepHeapSmall, letNurseryGrow } from ${JSON.stringify(BUILT)};
		${policy};
		const kept = [];
		let largest = 0;
		for (let round = 0; round < 400; round += 1) {
			kept.push(Array.from({ length: 2000 }, (_, index) => ({ round, index })));
			await turn();
			largest = Math.max(largest, getHeapSpaceStatistics().find((one) => one.space_name === 'new_space').space_size);
		}
		console.log(largest / 2 ** 20);
	`;
	return Number(execFileSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' }));
}

test('the nursery of the heap stays as small as it begins, or grows as far as it is let', () => {
	const [free, kept] = [nurseryOf(''), nurseryOf('keepHeapSmall()')];
	const [some, more] = [8, 16].map((most) => nurseryOf(`keepHeapSmall(); letNurseryGrow(${most})`));
	expect(free).toBeGreaterThan(16);
	expect(kept).toBeLessThan(8);
	expect(some).toBeGreaterThan(4);
	expect(some).toBeLessThanOrEqual(8);
	expect(more).toBeGreaterThan(8);
	expect(more).toBeLessThanOrEqual(16);
});
