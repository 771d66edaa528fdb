import type Database from 'libsql';
import {
	CHOSEN,
	type FeedbackStore,
	UNANSWERED_KEPT_DAYS,
	type Unanswered,
	type UnansweredStore,
	type Vote,
	type VoteCount,
	type VoteOutcome,
	withChoices,
} from '../store.ts';
import { inTransaction } from './database.ts';

/** A person may vote again after a month. Longer than two, nobody needs to know who voted. */
const VOTERS_KEPT_MONTHS = 2;

type VoteRow = { answer: string; vote: Vote; times: number };

/** Counts of what people say of answers. Who voted what is kept only to count them once, and to take it back. */
export function createLibsqlFeedback(database: Database.Database): FeedbackStore {
	const find = database.prepare('SELECT vote FROM voter WHERE person = ? AND answer = ? AND month = ?');
	const remember = database.prepare('INSERT OR REPLACE INTO voter (person, answer, month, vote) VALUES (?, ?, ?, ?)');
	const forget = database.prepare(
		`DELETE FROM voter WHERE month < strftime('%Y-%m', ? || '-01', '-${VOTERS_KEPT_MONTHS} months')`,
	);
	const count = database.prepare(
		'INSERT INTO vote (answer, vote, times) VALUES (?, ?, 1) ON CONFLICT (answer, vote) DO UPDATE SET times = times + 1',
	);
	const takeBack = database.prepare('UPDATE vote SET times = times - 1 WHERE answer = ? AND vote = ? AND times > 0');
	const list = database.prepare('SELECT answer, vote, times FROM vote ORDER BY answer');
	return {
		vote: async (answer, personId, month, vote) =>
			inTransaction(database, (): VoteOutcome => {
				const before = find.get(personId, answer, month) as { vote: Vote | null } | undefined;
				if (before && (before.vote === null || before.vote === vote)) {
					return 'same';
				}
				if (before) {
					takeBack.run(answer, before.vote);
				}
				count.run(answer, vote);
				remember.run(personId, answer, month, vote);
				forget.run(month);
				return before ? 'replaced' : 'counted';
			}),
		listVotes: async () => countByAnswer(list.all() as VoteRow[]),
	};
}

function countByAnswer(rows: readonly VoteRow[]): VoteCount[] {
	const counts = new Map<string, VoteCount>();
	for (const { answer, vote, times } of rows) {
		const none = { answer, good: 0, steps: 0, links: 0, numbers: 0 };
		counts.set(answer, { ...(counts.get(answer) ?? none), [vote]: times });
	}
	return [...counts.values()];
}

/** Questions that were not understood, counted by their words and the day. */
export function createLibsqlUnanswered(database: Database.Database): UnansweredStore {
	const count = database.prepare(
		'INSERT INTO miss (form, day, times) VALUES (?, ?, 1) ON CONFLICT (form, day) DO UPDATE SET times = times + 1',
	);
	const forget = database.prepare(`DELETE FROM miss WHERE day < date(?, '-${UNANSWERED_KEPT_DAYS} days')`);
	const list = database.prepare(
		'SELECT form AS text, count(*) AS days, sum(times) AS times FROM miss GROUP BY form ORDER BY times DESC, form',
	);
	const countForm = async (form: string, day: string): Promise<void> => {
		count.run(form, day);
		forget.run(day);
	};
	return {
		countUnanswered: countForm,
		countChoice: (text, choice, day) => countForm(`${text}${CHOSEN}${choice}`, day),
		listUnanswered: async (minDays) => withChoices(list.all() as Omit<Unanswered, 'choices'>[], minDays),
	};
}
