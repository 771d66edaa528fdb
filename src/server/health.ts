import type { Api } from 'grammy';
import type { UpdatesProblem } from '../bot/polling/index.ts';
import type { Metrics, NotReady } from '../metrics.ts';
import type { Store } from '../storage/store.ts';

/** Whether the bot can do its work, and what stands in its way. */
export type State = {
	ready: boolean;
	telegram: boolean;
	store: boolean;
	updates: boolean;
	/** Every reason why it is not ready, as in the metric `nokori_not_ready`. */
	reasons: readonly NotReady[];
	lastUpdate: string | null;
};
export type Health = () => Promise<State>;

/** Often enough for a load balancer, seldom enough for Telegram. */
const TELEGRAM_EVERY_MS = 15_000;
const TIMEOUT_MS = 3000;
/** No update of Telegram's has it. */
const PROBE_ID = 0;

type Parts = {
	api: Api;
	store: Store;
	metrics: Metrics;
	now: () => number;
	/** Why no updates come in, where none do. */
	problem?: () => UpdatesProblem | undefined;
};

/** Makes the question whether Telegram can be reached, updates come in and the store can be written now. */
export function createHealth({ api, store, metrics, now, problem = () => undefined }: Parts): Health {
	// By a clock that nobody sets: one that goes back would make an old answer last.
	let asked = { at: Number.NEGATIVE_INFINITY, telegram: false };
	const reachTelegram = async (): Promise<boolean> => {
		if (performance.now() - asked.at > TELEGRAM_EVERY_MS) {
			const telegram = await api.getMe(AbortSignal.timeout(TIMEOUT_MS) as never).then(
				() => true,
				() => false,
			);
			asked = { at: performance.now(), telegram };
		}
		return asked.telegram;
	};
	/** A real write: a full disk and a full server still read. */
	const writeStore = async (): Promise<boolean> => {
		const isWritten = await store.markSeen(PROBE_ID, now()).then(
			() => true,
			() => false,
		);
		return isWritten && store.broken === undefined;
	};
	return async () => {
		const isStored = await writeStore();
		const telegram = await reachTelegram();
		const updates = problem();
		const reasons: NotReady[] = [
			...(telegram ? [] : ['telegram' as const]),
			...(isStored ? [] : ['store' as const]),
			...(updates ? [`updates-${updates}` as const] : []),
		];
		metrics.notReady(reasons);
		const last = metrics.lastUpdate();
		const lastUpdate = last === undefined ? null : new Date(last).toISOString();
		return {
			ready: reasons.length === 0,
			telegram,
			store: isStored,
			updates: updates === undefined,
			reasons,
			lastUpdate,
		};
	};
}
