import { setTimeout as delay } from 'node:timers/promises';
import type { ResponseParameters } from 'grammy/types';
import type { JsonObject } from './json.ts';

export type ErrorFault = {
	/** Every method if left out, getUpdates included. */
	method?: string;
	/** Calls for every chat if left out. */
	chatId?: number;
	errorCode: number;
	description?: string;
	parameters?: ResponseParameters;
	times?: number;
};

type Kind = 'error' | 'drop' | 'malformed' | 'after-commit';
type Target = { method?: string | undefined; chatId?: number | undefined };
type Planned = Target & { kind: Kind; left: number; error?: ErrorFault };
export type ActiveFault = { kind: Kind; error?: ErrorFault };

/** Faults planned by a test. Each counts down per matching call; of several, the one planned first comes first. */
export class Faults {
	#planned: Planned[] = [];
	#latencies: Array<Target & { milliseconds: number }> = [];
	#hangs: Array<Target & { released: Promise<void>; release: () => void }> = [];

	/** Makes the next calls fail with this error. */
	next(fault: ErrorFault): void {
		this.#plan('error', fault, fault.times ?? 1, fault);
	}

	/** Delays the answer of every matching call until `clear`. */
	latency(milliseconds: number, method?: string): void {
		this.#latencies.push({ milliseconds, method });
	}

	/** Answers no call until `clear`, which carries out the calls whose client is still connected. */
	hang(method?: string, chatId?: number): void {
		let release = () => {};
		const released = new Promise<void>((resolve) => {
			release = resolve;
		});
		this.#hangs.push({ method, chatId, released, release });
	}

	/** Cuts the connection before the call takes effect. */
	dropConnection(method?: string, times = 1): void {
		this.#plan('drop', { method }, times);
	}

	/** Carries the call out, then cuts the connection before the answer: the client cannot tell it from a drop. */
	afterCommit({ method, times = 1 }: { method?: string; times?: number } = {}): void {
		this.#plan('after-commit', { method }, times);
	}

	/** Answers with a body that is not JSON; the call takes no effect. */
	malformed(times = 1, method?: string): void {
		this.#plan('malformed', { method }, times);
	}

	clear(): void {
		this.#planned = [];
		this.#latencies = [];
		for (const { release } of this.#hangs.splice(0)) {
			release();
		}
	}

	/** Called by the server for each call: waits as planned and returns the fault that this call meets, if any. */
	async apply(method: string, params: JsonObject, onHang: () => void): Promise<ActiveFault | undefined> {
		const meets = (target: Target): boolean => matches(target, method, params);
		const slow = this.#latencies.filter(meets);
		const milliseconds = slow.reduce((sum, entry) => sum + entry.milliseconds, 0);
		if (milliseconds > 0) {
			await delay(milliseconds);
		}
		for (const hang of this.#hangs.filter(meets)) {
			onHang();
			await hang.released;
		}
		return this.#take(meets);
	}

	#plan(kind: Kind, { method, chatId }: Target, left: number, error?: ErrorFault): void {
		this.#planned.push({ kind, method, chatId, left, ...(error ? { error } : {}) });
	}

	#take(meets: (target: Target) => boolean): ActiveFault | undefined {
		const found = this.#planned.find(meets);
		if (!found) {
			return undefined;
		}
		found.left -= 1;
		this.#planned = this.#planned.filter(({ left }) => left > 0);
		return found;
	}
}

function matches({ method, chatId }: Target, called: string, params: JsonObject): boolean {
	const isMethod = method === undefined || method.toLowerCase() === called.toLowerCase();
	return isMethod && (chatId === undefined || String(params['chat_id']) === String(chatId));
}
