import { setTimeout as sleep } from 'node:timers/promises';
import type { LinkCheck } from '../links/check-links.ts';
import { SILENT } from '../links/progress.ts';

/** How sources are reached. */
export type Watching = LinkCheck & {
	/** Waits before another try; a test need not. */
	sleep: (ms: number) => Promise<unknown>;
};

/** The real world. A page is longer than an answer to HEAD, so it gets more time than a link. */
export const WATCHING: Watching = { fetch, sleep, timeLimitMs: 30_000, pauseMs: 1_000, progress: SILENT };
