import type Database from 'libsql';
import type { FeedbackStore, Vote, VoteCount } from '../store.ts';
import { inTransaction } from './transaction.ts';

/** Until then somebody could vote again; afterwards nobody needs to know who voted. */
const KEPT_MONTHS = 2;

type Row = { answer: string; vote: Vote; times: number };

/** Counts of what people say of answers; who said something of which answer is kept only to count it once. */
export function createFeedback(database: Database.Database): FeedbackStore {
	const remember = database.prepare('INSERT OR IGNORE INTO voter (person, answer, month) VALUES (?, ?, ?)');
	const forget = database.prepare(
		`DELETE FROM voter WHERE month < strftime('%Y-%m', ? || '-01', '-${KEPT_MONTHS} months')`,
	);
	const count = database.prepare(
		'INSERT INTO vote (answer, vote, times) VALUES (?, ?, 1) ON CONFLICT (answer, vote) DO UPDATE SET times = times + 1',
	);
	const list = database.prepare('SELECT answer, vote, times FROM vote ORDER BY answer');
	return {
		vote: async (answer, personId, month, vote) =>
			inTransaction(database, () => {
				const isNew = remember.run(personId, answer, month).changes > 0;
				if (isNew) {
					count.run(answer, vote);
					forget.run(month);
				}
				return isNew;
			}),
		listVotes: async () => countByAnswer(list.all() as Row[]),
	};
}

function countByAnswer(rows: readonly Row[]): VoteCount[] {
	const counts = new Map<string, VoteCount>();
	for (const { answer, vote, times } of rows) {
		const none = { answer, good: 0, steps: 0, links: 0, numbers: 0 };
		counts.set(answer, { ...(counts.get(answer) ?? none), [vote]: times });
	}
	return [...counts.values()];
}
