import { openLibsqlStore } from '../storage/libsql/index.ts';
import { openRedisStore } from '../storage/redis/index.ts';
import type { VoteCount } from '../storage/store.ts';

/** Where the bot keeps what it counts: a folder, or a server where several processes share one. */
export type Where = { data: string; redis?: string | undefined };

/**
 * What people said of answers, the most often reported first.
 * @returns one line an answer, and how many there are
 * @throws StoreError where nothing can be read
 */
export async function reportLines({ data, redis }: Where): Promise<string> {
	const store = redis === undefined ? openLibsqlStore(data, { readOnly: true }) : await openRedisStore(redis);
	try {
		const counts = (await store.listVotes()).toSorted((a, b) => reported(b) - reported(a) || b.good - a.good);
		return `${[...counts.map(line), `${counts.length} answers with feedback`].join('\n')}\n`;
	} finally {
		await store.close();
	}
}

function reported({ steps, links, numbers }: VoteCount): number {
	return steps + links + numbers;
}

function line({ answer, good, steps, links, numbers }: VoteCount): string {
	return `${answer}  steps ${steps}, links ${links}, numbers ${numbers}, helpful ${good}`;
}
