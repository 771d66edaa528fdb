import { describe } from 'vitest';
import type { Store } from '../../src/storage/store.ts';
import { describeFeedback, describeUnanswered } from './feedback.ts';
import { describePeople } from './people.ts';
import { describeClaims, describeReminders } from './reminders.ts';
import { describeSettings } from './settings.ts';
import { describeDeletions, describeUpdates } from './updates.ts';

/**
 * A store that keeps nothing yet, and `reopen`: another store on the same data, as a second process or the next start
 * has it. The first may be closed by then or not. Whoever opens also closes, when the test is over; so closing twice
 * must be right.
 */
export type Open = () => Promise<{ store: Store; reopen: () => Promise<Store> }>;

/** What every store has to do, whatever stands behind it. */
export function describeStore(name: string, open: Open): void {
	describe(name, () => {
		describeSettings(open);
		describeDeletions(open);
		describeReminders(open);
		describeClaims(open);
		describeFeedback(open);
		describeUpdates(open);
		describeUnanswered(open);
		describePeople(open);
	});
}
