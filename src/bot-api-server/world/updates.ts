import type { Update } from 'grammy/types';

export type UpdateContent = Omit<Update, 'update_id'>;

/** Kinds that a bot gets only if it names them in `allowed_updates`. */
const OPT_IN_KINDS: readonly string[] = ['chat_member', 'message_reaction', 'message_reaction_count'];
const FIRST_UPDATE_ID = 700_000_001;

/** How long an update waits for the bot, in seconds (add_update of telegram-bot-api). Longer than that nobody waits for its answer. */
const LIFETIMES: Readonly<Record<string, number>> = {
	callback_query: 150,
	inline_query: 30,
	chosen_inline_result: 600,
	shipping_query: 150,
	pre_checkout_query: 150,
};
const DAY_IN_SECONDS = 86_400;

/** An offset further from the queue than this is not believed, and everything is handed out (TQueue::get of TDLib). */
const MAX_AHEAD = 10;
const MAX_BEHIND = 100_000;

type Entry = { update: Update; expiresAt: number };

/** The updates that the bot has not confirmed yet, oldest first. */
export class UpdateQueue {
	allowed: readonly string[] = [];
	#entries: Entry[] = [];
	readonly #now: () => number;
	readonly #waiting = new Map<number, Array<() => void>>();
	readonly #listeners = new Set<(update: Update) => void>();
	#nextId: number;

	/** @param firstId the id of the first update, see `WorldOptions.firstId` */
	constructor(now: () => number, firstId = FIRST_UPDATE_ID) {
		this.#now = now;
		this.#nextId = firstId;
	}

	/** Queues the update and returns its id; nothing is queued where the bot has not asked for this kind. */
	add(content: UpdateContent): number | undefined {
		const [kind = ''] = Object.keys(content);
		if (!this.#allows(kind)) {
			return undefined;
		}
		const update: Update = { update_id: this.#nextId, ...content };
		this.#nextId += 1;
		this.#entries.push({ update, expiresAt: this.#now() + (LIFETIMES[kind] ?? DAY_IN_SECONDS) * 1000 });
		for (const listener of [...this.#listeners]) {
			listener(update);
		}
		return update.update_id;
	}

	/** "If there are no new updates for at least a week, then identifier of the next update will be chosen randomly" (Update). */
	beginAnew(firstId: number): void {
		this.clear();
		this.#nextId = firstId;
	}

	get pending(): readonly Update[] {
		this.#dropExpired();
		return this.#entries.map(({ update }) => update);
	}

	/** When an update is given up, in milliseconds since 1970; undefined for one that is not in the queue. */
	expiresAt(updateId: number): number | undefined {
		return this.#entries.find(({ update }) => update.update_id === updateId)?.expiresAt;
	}

	/** Calls back on every update added. Returns a function that stops it. */
	onArrival(listener: (update: Update) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/**
	 * Confirms all updates before the offset, and returns those from it on. A negative one keeps only that many at the
	 * end. One that is far from the ids of the queue, as after a week without updates, gets everything.
	 */
	from(offset: number): readonly Update[] {
		const pending = this.pending;
		const head = pending[0]?.update_id ?? this.#nextId;
		const isStrange = offset > this.#nextId + MAX_AHEAD || (offset > 0 && offset < head - MAX_BEHIND);
		if (isStrange) {
			return pending;
		}
		const start = offset < 0 ? (pending.at(offset)?.update_id ?? 0) : offset;
		for (const { update_id } of pending.filter((update) => update.update_id < start)) {
			this.confirm(update_id);
		}
		return this.pending;
	}

	confirm(updateId: number): void {
		const index = this.#entries.findIndex(({ update }) => update.update_id === updateId);
		if (index >= 0) {
			this.#entries.splice(index, 1);
		}
		const waiting = this.#waiting.get(updateId) ?? [];
		this.#waiting.delete(updateId);
		for (const resolve of waiting) {
			resolve();
		}
	}

	clear(): void {
		for (const { update } of [...this.#entries]) {
			this.confirm(update.update_id);
		}
	}

	/** Resolves when the update has left the queue, at once if it is not in it. */
	async whenConfirmed(updateId: number): Promise<void> {
		if (this.expiresAt(updateId) === undefined) {
			return;
		}
		await new Promise<void>((resolve) => {
			this.#waiting.set(updateId, [...(this.#waiting.get(updateId) ?? []), resolve]);
		});
	}

	#dropExpired(): void {
		const now = this.#now();
		for (const { update } of this.#entries.filter(({ expiresAt }) => expiresAt <= now)) {
			this.confirm(update.update_id);
		}
	}

	#allows(kind: string): boolean {
		return this.allowed.length > 0 ? this.allowed.includes(kind) : !OPT_IN_KINDS.includes(kind);
	}
}
