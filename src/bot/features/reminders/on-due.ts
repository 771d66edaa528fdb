import type { Deliver } from '../../../reminders/queue.ts';
import type { Deps } from '../../deps.ts';
import { LATE_MS } from './notice.ts';
import { type Post, sendNotices } from './send-notices.ts';

/** What a queue does with what is due: it is delivered, and counted. */
export function createOnDue(deps: Deps, post: Post): Deliver {
	const { metrics, now } = deps;
	return async (due) => {
		metrics.reminders('due', due.length);
		metrics.reminders('late', due.filter((one) => now() - (one.due ?? now()) > LATE_MS).length);
		try {
			await sendNotices(deps, post, due);
			metrics.reminders('sent', due.length);
		} catch (error) {
			metrics.reminders('failed', due.length);
			throw error;
		}
	};
}
