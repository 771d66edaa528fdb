import { openLibsqlStore } from '../storage/libsql/index.ts';
import { openRedisStore } from '../storage/redis/index.ts';
import type { Store, VoteCount } from '../storage/store.ts';

/** Where the bot keeps what it counts: a folder, or a server where several processes share one. */
export type Where = { data: string; redis?: string | undefined };

/** What was asked on fewer days could still be one person's own words. */
const MIN_DAYS = 3;

/**
 * Lists what people said of answers, the most often reported first.
 * @returns one line an answer, and how many there are
 * @throws StoreError if nothing can be read
 */
export function listReports(where: Where): Promise<string> {
	return withStore(where, async (store) => {
		const counts = (await store.listVotes()).toSorted((a, b) => reported(b) - reported(a) || b.good - a.good);
		return toLines([...counts.map(reportLine), `${counts.length} answers with feedback`]);
	});
}

/**
 * Lists the questions that were not understood, the most frequent first.
 * @returns one line a question, and how many there are
 * @throws StoreError if nothing can be read
 */
export function listUnanswered(where: Where): Promise<string> {
	return withStore(where, async (store) => {
		const unanswered = await store.listUnanswered(MIN_DAYS);
		const lines = unanswered.map(({ text, days, times }) => `${times} times on ${days} days: ${text}`);
		return toLines([...lines, `${unanswered.length} in all`]);
	});
}

async function withStore<T>({ data, redis }: Where, read: (store: Store) => Promise<T>): Promise<T> {
	const store = redis === undefined ? openLibsqlStore(data, { readOnly: true }) : await openRedisStore(redis);
	try {
		return await read(store);
	} finally {
		await store.close();
	}
}

function reported({ steps, links, numbers }: VoteCount): number {
	return steps + links + numbers;
}

function reportLine({ answer, good, steps, links, numbers }: VoteCount): string {
	return `${answer}  steps ${steps}, links ${links}, numbers ${numbers}, helpful ${good}`;
}

function toLines(lines: readonly string[]): string {
	return `${lines.join('\n')}\n`;
}
