import type { Api } from 'grammy';
import type { Metrics } from '../metrics.ts';
import type { Store } from '../storage/store.ts';

/** Whether the bot can do its work, and what stands in its way. */
export type State = { ready: boolean; telegram: boolean; store: boolean; lastUpdate: string | null };
export type Health = () => Promise<State>;

/** Often enough for a load balancer, seldom enough for Telegram. */
const TELEGRAM_EVERY_MS = 15_000;
const TIMEOUT_MS = 3000;

type Parts = { api: Api; store: Store; metrics: Metrics; now: () => number };

/** Makes the question whether Telegram and the store can be reached now. */
export function createHealth({ api, store, metrics, now }: Parts): Health {
	let asked = { at: -Infinity, telegram: false };
	const reachTelegram = async (): Promise<boolean> => {
		if (now() - asked.at > TELEGRAM_EVERY_MS) {
			const telegram = await api.getMe(AbortSignal.timeout(TIMEOUT_MS) as never).then(
				() => true,
				() => false,
			);
			asked = { at: now(), telegram };
		}
		return asked.telegram;
	};
	return async () => {
		// Any question will do: a store that fails says so afterwards.
		await store.isSeen(0).catch(() => undefined);
		const [telegram, isStored] = [await reachTelegram(), store.broken === undefined];
		const last = metrics.lastUpdate();
		const lastUpdate = last === undefined ? null : new Date(last).toISOString();
		return { ready: telegram && isStored, telegram, store: isStored, lastUpdate };
	};
}
