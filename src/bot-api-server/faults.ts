import { setTimeout as delay } from 'node:timers/promises';
import type { ResponseParameters } from 'grammy/types';

export type ErrorFault = {
	/** Every method if left out, getUpdates included. */
	method?: string;
	errorCode: number;
	description?: string;
	parameters?: ResponseParameters;
	times?: number;
};

type Kind = 'error' | 'drop' | 'malformed' | 'after-commit';
type Planned = { kind: Kind; method: string | undefined; left: number; error?: ErrorFault };
export type ActiveFault = { kind: Kind; error?: ErrorFault };

/** Faults planned by a test. Each counts down per matching call; of several, the one planned first comes first. */
export class Faults {
	#planned: Planned[] = [];
	#latencies: Array<{ milliseconds: number; method: string | undefined }> = [];
	#hangs: Array<{ method: string | undefined; released: Promise<void>; release: () => void }> = [];

	/** Makes the next calls fail with this error. */
	next(fault: ErrorFault): void {
		this.#plan('error', fault.method, fault.times ?? 1, fault);
	}

	/** Delays the answer of every matching call until `clear`. */
	latency(milliseconds: number, method?: string): void {
		this.#latencies.push({ milliseconds, method });
	}

	/** Answers no call until `clear`, which carries out the calls whose client is still connected. */
	hang(method?: string): void {
		let release = () => {};
		const released = new Promise<void>((resolve) => {
			release = resolve;
		});
		this.#hangs.push({ method, released, release });
	}

	/** Cuts the connection before the call takes effect. */
	dropConnection(method?: string, times = 1): void {
		this.#plan('drop', method, times);
	}

	/** Carries the call out, then cuts the connection before the answer: the client cannot tell it from a drop. */
	afterCommit({ method, times = 1 }: { method?: string; times?: number } = {}): void {
		this.#plan('after-commit', method, times);
	}

	/** Answers with a body that is not JSON; the call takes no effect. */
	malformed(times = 1, method?: string): void {
		this.#plan('malformed', method, times);
	}

	clear(): void {
		this.#planned = [];
		this.#latencies = [];
		for (const { release } of this.#hangs.splice(0)) {
			release();
		}
	}

	/** Called by the server for each call: waits as planned and returns the fault that this call meets, if any. */
	async apply(method: string, onHang: () => void): Promise<ActiveFault | undefined> {
		const slow = this.#latencies.filter((entry) => matches(entry, method));
		const milliseconds = slow.reduce((sum, entry) => sum + entry.milliseconds, 0);
		if (milliseconds > 0) {
			await delay(milliseconds);
		}
		for (const hang of this.#hangs.filter((entry) => matches(entry, method))) {
			onHang();
			await hang.released;
		}
		return this.#take(method);
	}

	#plan(kind: Kind, method: string | undefined, left: number, error?: ErrorFault): void {
		this.#planned.push({ kind, method, left, ...(error ? { error } : {}) });
	}

	#take(method: string): ActiveFault | undefined {
		const found = this.#planned.find((entry) => matches(entry, method));
		if (!found) {
			return undefined;
		}
		found.left -= 1;
		this.#planned = this.#planned.filter(({ left }) => left > 0);
		return found;
	}
}

function matches({ method }: { method: string | undefined }, called: string): boolean {
	return method === undefined || method.toLowerCase() === called.toLowerCase();
}
