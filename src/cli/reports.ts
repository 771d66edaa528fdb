import { loadI18n } from '../content.ts';
import { openLibsqlStore } from '../storage/libsql/index.ts';
import { openRedisStore } from '../storage/redis/index.ts';
import type { Store, VoteCount } from '../storage/store.ts';
import { missesReport } from './misses.ts';

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
 * Lists the questions that were not understood, like ones together, with what people chose and where to teach it.
 * @throws StoreError if nothing can be read
 */
export function listUnanswered(where: Where): Promise<string> {
	return withStore(where, async (store) => missesReport(await store.listUnanswered(MIN_DAYS), loadI18n()));
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
