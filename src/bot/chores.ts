import type { Api } from 'grammy';
import type { Logger } from 'pino';
import type { Store } from '../storage/store.ts';
import { deleteDue } from './deletions.ts';

const EVERY_MS = 15_000;
const DAY_MS = 86_400_000;
/** So long after somebody blocked the bot, everything about them is deleted. */
const BLOCKED_DAYS = 30;

type Parts = { api: Api; store: Store; now: () => number; log: Logger };

/** What is to be done without anybody asking, until it is stopped: deleting old answers, and forgetting who left. */
export function startChores(parts: Parts): { stop: () => Promise<void> } {
	let round = Promise.resolve();
	const timer = setInterval(() => {
		round = round.then(() => doChores(parts));
	}, EVERY_MS);
	return {
		stop: () => {
			clearInterval(timer);
			return round;
		},
	};
}

async function doChores({ log, ...parts }: Parts): Promise<void> {
	const { store, now } = parts;
	try {
		await deleteDue(parts);
		await store.forgetBlocked(now() - BLOCKED_DAYS * DAY_MS);
	} catch (error) {
		log.warn({ err: error }, 'answers were not deleted or people not forgotten, trying again');
	}
}
