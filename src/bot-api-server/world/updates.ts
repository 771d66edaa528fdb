import type { Update } from 'grammy/types';

export type UpdateContent = Omit<Update, 'update_id'>;

/** Kinds that a bot gets only if it names them in `allowed_updates`. */
const OPT_IN_KINDS: readonly string[] = ['chat_member', 'message_reaction', 'message_reaction_count'];
const FIRST_UPDATE_ID = 700_000_001;

/** The updates that the bot has not confirmed yet, oldest first. */
export class UpdateQueue {
	allowed: readonly string[] = [];
	readonly #pending: Update[] = [];
	readonly #waiting = new Map<number, Array<() => void>>();
	readonly #listeners = new Set<(update: Update) => void>();
	#nextId: number;

	/** @param firstId the id of the first update, see `WorldOptions.firstId` */
	constructor(firstId = FIRST_UPDATE_ID) {
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
		this.#pending.push(update);
		for (const listener of [...this.#listeners]) {
			listener(update);
		}
		return update.update_id;
	}

	get pending(): readonly Update[] {
		return this.#pending;
	}

	/** Calls back on every update added. Returns a function that stops it. */
	onArrival(listener: (update: Update) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** An offset confirms all updates before it; a negative one keeps only that many at the end. */
	confirmBefore(offset: number): void {
		const keepFrom = offset < 0 ? this.#pending.at(offset)?.update_id : offset;
		const done = this.#pending.filter((update) => update.update_id < (keepFrom ?? 0));
		for (const update of done) {
			this.confirm(update.update_id);
		}
	}

	confirm(updateId: number): void {
		const index = this.#pending.findIndex((update) => update.update_id === updateId);
		if (index >= 0) {
			this.#pending.splice(index, 1);
		}
		const waiting = this.#waiting.get(updateId) ?? [];
		this.#waiting.delete(updateId);
		for (const resolve of waiting) {
			resolve();
		}
	}

	clear(): void {
		for (const update of [...this.#pending]) {
			this.confirm(update.update_id);
		}
	}

	/** Resolves when the update has left the queue, at once if it is not in it. */
	async whenConfirmed(updateId: number): Promise<void> {
		if (!this.#pending.some((update) => update.update_id === updateId)) {
			return;
		}
		await new Promise<void>((resolve) => {
			this.#waiting.set(updateId, [...(this.#waiting.get(updateId) ?? []), resolve]);
		});
	}

	#allows(kind: string): boolean {
		return this.allowed.length > 0 ? this.allowed.includes(kind) : !OPT_IN_KINDS.includes(kind);
	}
}

/** What setWebhook was told; an empty `url` means that no webhook is set. */
export type WebhookState = {
	url: string;
	secretToken: string | undefined;
	maxConnections: number;
	ipAddress: string | undefined;
	lastError: { date: number; message: string } | undefined;
};

export function createWebhookState(): WebhookState {
	return { url: '', secretToken: undefined, maxConnections: 40, ipAddress: undefined, lastError: undefined };
}
