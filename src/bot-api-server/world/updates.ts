import type { Update } from 'grammy/types';

export type UpdateContent = Omit<Update, 'update_id'>;

/** Left out by default, as the Bot API says of `allowed_updates`. */
const OPT_IN: readonly string[] = ['chat_member', 'message_reaction', 'message_reaction_count'];
const FIRST_ID = 700_000_001;

export class UpdateQueue {
	allowed: readonly string[] = [];
	readonly #pending: Update[] = [];
	readonly #waiting = new Map<number, Array<() => void>>();
	readonly #listeners = new Set<(update: Update) => void>();
	#nextId: number;

	/** @param firstId the id of the first update, see `WorldOptions.firstId` */
	constructor(firstId = FIRST_ID) {
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

	onArrival(listener: (update: Update) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** An offset confirms all before it; a negative one keeps only the last of the queue. */
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

	async whenConfirmed(updateId: number): Promise<void> {
		if (!this.#pending.some((update) => update.update_id === updateId)) {
			return;
		}
		await new Promise<void>((resolve) => {
			this.#waiting.set(updateId, [...(this.#waiting.get(updateId) ?? []), resolve]);
		});
	}

	#allows(kind: string): boolean {
		return this.allowed.length > 0 ? this.allowed.includes(kind) : !OPT_IN.includes(kind);
	}
}

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
