import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { Coordination } from '../coordination.ts';
import { defineScript } from './connect.ts';
import { KEYS } from './keys.ts';

/** Who has not given a turn back by then was killed or hangs. */
const HELD_MS = 10_000;
const ASK_EVERY_MS = 30;

/** Longer than nearly every answer takes, shorter than a person waits. */
const PATIENCE_MS = 5000;

/** Only one's own turn: it may have run out, and be somebody else's. KEYS: the turn. ARGV: whose it is. */
const GIVE_BACK = `
if redis.call('GET', KEYS[1]) == ARGV[1] then
	return redis.call('DEL', KEYS[1])
end
return 0`;

/** `heldMs` and `patienceMs` are shorter in tests. */
type Options = { log?: Logger | undefined; heldMs?: number; patienceMs?: number };

/** Turns that several processes take. Where Redis cannot be asked, everybody goes on at once. */
export function createLock(
	redis: Redis,
	{ log, heldMs = HELD_MS, patienceMs = PATIENCE_MS }: Options,
): Coordination['withLock'] {
	const giveBack = defineScript(redis, 'nokoriGiveBack', GIVE_BACK);
	const isMine = async (turn: string, token: string): Promise<boolean> =>
		(await redis.set(turn, token, 'PX', heldMs, 'NX')) === 'OK';
	return async (key, action) => {
		const [turn, token] = [KEYS.turn(key), randomUUID()];
		const isTurn = await waitFor(() => isMine(turn, token), patienceMs);
		if (!isTurn) {
			log?.warn('a turn did not come in time, going on without it');
		}
		try {
			await action();
		} finally {
			// Nobody waits for this: what cannot be given back runs out by itself.
			void giveBack([turn], [token]).catch(() => undefined);
		}
	};
}

/** Asks until it is so, or cannot be asked. @returns false where that took too long */
async function waitFor(isSo: () => Promise<boolean>, patienceMs: number): Promise<boolean> {
	const start = performance.now();
	while (!(await isSo().catch(() => true))) {
		if (performance.now() - start >= patienceMs) {
			return false;
		}
		await wait(ASK_EVERY_MS);
	}
	return true;
}
