import type Database from 'libsql';
import type { Store, Unanswered } from '../store.ts';

/** Long enough to see what comes again, short enough that nothing lies there for ever. */
const KEPT_DAYS = 90;

/** What was not understood, counted by its words and the day. */
export function createUnanswered(database: Database.Database): Pick<Store, 'countUnanswered' | 'listUnanswered'> {
	const count = database.prepare(
		'INSERT INTO miss (form, day, times) VALUES (?, ?, 1) ON CONFLICT (form, day) DO UPDATE SET times = times + 1',
	);
	const forget = database.prepare(`DELETE FROM miss WHERE day < date(?, '-${KEPT_DAYS} days')`);
	const list = database.prepare(
		'SELECT form AS text, count(*) AS days, sum(times) AS times FROM miss GROUP BY form HAVING days >= ? ORDER BY times DESC, form',
	);
	return {
		countUnanswered: async (text, day) => {
			count.run(text, day);
			forget.run(day);
		},
		listUnanswered: async (leastDays) => list.all(leastDays) as Unanswered[],
	};
}
