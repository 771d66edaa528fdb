import type { Logger } from 'pino';
import { type Coordination, createSingleProcess } from './coordination.ts';
import { withFallbacks } from './fallback.ts';
import { openLibsqlStore } from './libsql/index.ts';
import type { Store } from './store.ts';

/** What the bot remembers, and what several processes of it share. Closing the store ends the connection of both. */
type Persistence = { store: Store; coordination: Coordination };

type Location = { dataDir: string; redisUrl?: string | undefined };

/**
 * Opens the file of this process, or with `redisUrl` the server that several processes share. While the store is down,
 * the bot goes on with defaults.
 * @throws StoreError when neither can be written
 */
export async function openPersistence({ dataDir, redisUrl }: Location, log: Logger): Promise<Persistence> {
	if (redisUrl !== undefined) {
		// Imported only here: the client is a part of the start that most bots do not need.
		const { openRedis } = await import('./redis/index.ts');
		const { store, coordination } = await openRedis(redisUrl, { log });
		return { store: withFallbacks(store, log), coordination };
	}
	const store = withFallbacks(openLibsqlStore(dataDir, { log }), log);
	if (store.broken) {
		log.error(store.broken);
	}
	return { store, coordination: createSingleProcess() };
}
