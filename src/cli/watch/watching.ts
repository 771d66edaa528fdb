import { setTimeout as sleep } from 'node:timers/promises';
import type { LinkCheck } from '../links/check-links.ts';
import { SILENT } from '../links/progress.ts';

/** How sources are reached. */
export type Watching = LinkCheck & {
	/** Waits before another try; a test need not. */
	sleep: (ms: number) => Promise<unknown>;
};

/** The real world, at a pace that no server minds. */
export const WATCHING: Watching = { fetch, sleep, timeLimitMs: 15_000, pauseMs: 1_000, progress: SILENT };
