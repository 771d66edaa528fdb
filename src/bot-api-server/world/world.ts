import type { Update, User, UserFromGetMe } from 'grammy/types';
import { createFloodLimits, type FloodLimits } from './flood-limits.ts';
import { createProfile, type Profile } from './profile.ts';
import { createPollingState, createWebhookState, type PollingState, type WebhookState } from './transport.ts';
import type { ChatState, PendingQuery, StoredMessage, Tap, Violation, WorldChange } from './types.ts';
import { UpdateQueue } from './updates.ts';

export type WorldOptions = {
	bot: UserFromGetMe;
	now: () => number;
	inlineFeedback: boolean;
	knowsEphemeral: boolean;
	hasFloodLimits: boolean;
	confirmTimeoutMs: number;
	/** Ids continue after this, so that those of an earlier server do not come again. */
	firstId?: number | undefined;
};

/** Everything the fake Telegram knows. It lives in memory only and ends with the server. */
export class World {
	readonly bot: UserFromGetMe;
	readonly now: () => number;
	readonly inlineFeedback: boolean;
	readonly knowsEphemeral: boolean;
	readonly confirmTimeoutMs: number;
	readonly people = new Map<number, User>();
	/** People the bot has heard of; to anyone else it gets "chat not found". */
	readonly met = new Set<number>();
	readonly chats = new Map<number, ChatState>();
	readonly updates: UpdateQueue;
	readonly taps = new Map<string, Tap>();
	readonly queries = new Map<string, PendingQuery>();
	readonly inlineMessages = new Map<string, StoredMessage>();
	readonly profile: Profile = createProfile();
	readonly webhook: WebhookState = createWebhookState();
	readonly violations: Violation[] = [];
	/** Undefined where a test is about something else and sends more than Telegram takes. */
	readonly floodLimits: FloodLimits | undefined;
	readonly polling: PollingState = createPollingState();
	readonly #listeners = new Set<(change: WorldChange) => void>();
	#counter: number;

	constructor(options: WorldOptions) {
		this.bot = options.bot;
		this.now = options.now;
		this.inlineFeedback = options.inlineFeedback;
		this.knowsEphemeral = options.knowsEphemeral;
		// By the real clock: a test's clock may stand still.
		this.floodLimits = options.hasFloodLimits ? createFloodLimits(() => performance.now()) : undefined;
		this.confirmTimeoutMs = options.confirmTimeoutMs;
		// Playgrounds pass the time in seconds: no server queues more than a thousand updates a second.
		this.updates = new UpdateQueue(options.now, options.firstId === undefined ? undefined : options.firstId * 1000);
		this.#counter = options.firstId ?? 0;
	}

	/** One growing number for message ids, query ids and screen order, so that no two things ever share one. */
	next(): number {
		this.#counter += 1;
		return this.#counter;
	}

	seconds(): number {
		return Math.floor(this.now() / 1000);
	}

	/** Calls back on every new, edited or deleted message and every toast. Returns a function that stops it. */
	onChange(listener: (change: WorldChange) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	emit(change: WorldChange): void {
		for (const listener of [...this.#listeners]) {
			listener(change);
		}
	}

	/** Calls back on every update queued for the bot; a webhook test delivers it and then calls `confirm`. */
	onUpdate(listener: (update: Update) => void): () => void {
		return this.updates.onArrival(listener);
	}

	confirm(updateId: number): void {
		this.updates.confirm(updateId);
	}

	/** Taps that the bot has not answered: the button still shows a spinner. */
	unansweredTaps(): Tap[] {
		return [...this.taps.values()].filter((tap) => tap.answer === undefined);
	}
}
