import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

const MEGABYTE = 2 ** 20;

/**
 * Where there is much memory, V8 lets the heap double before it clears up and its nursery grow to 32 MB, though an
 * answer leaves only garbage behind, and keeps code compiled that is run a few times. Without that a process takes a
 * third less. These are policies and no limits: a larger catalogue gets its room.
 */
export function keepHeapSmall(): void {
	setFlagsFromString('--heap-growing-percent=25');
	setFlagsFromString('--no-sparkplug');
	growNurseryBy(1);
}

/**
 * Lets the nursery, where all that is new begins, grow to so many megabytes as it is needed. V8 takes its largest size
 * only before a process starts; how far it grows at a time it asks again and again.
 */
export function letNurseryGrow(megabytes: number): void {
	const adjust = (): void => growNurseryBy(2 * nurseryMegabytes() <= megabytes ? 2 : 1);
	adjust();
	new PerformanceObserver(adjust).observe({ entryTypes: ['gc'] });
}

function growNurseryBy(factor: number): void {
	setFlagsFromString(`--semi-space-growth-factor=${factor}`);
}

function nurseryMegabytes(): number {
	const nursery = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
	return (nursery?.space_size ?? 0) / MEGABYTE;
}
