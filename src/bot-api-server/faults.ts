import { setTimeout as delay } from 'node:timers/promises';
import type { ResponseParameters } from 'grammy/types';

export type ErrorFault = {
	/** Every method if left out, getUpdates among them. */
	method?: string;
	errorCode: number;
	description?: string;
	parameters?: ResponseParameters;
	times?: number;
};

type Kind = 'error' | 'drop' | 'junk' | 'after-commit';
type Planned = { kind: Kind; method: string | undefined; left: number; error?: ErrorFault };
export type ActiveFault = { kind: Kind; error?: ErrorFault };

/** Troubles to come. Each counts down per matching call; several are served in the order they were asked for. */
export class Faults {
	#planned: Planned[] = [];
	#latencies: Array<{ milliseconds: number; method: string | undefined }> = [];
	#hangs: Array<{ method: string | undefined; released: Promise<void>; release: () => void }> = [];

	/** Makes the next calls fail with this error. */
	next(fault: ErrorFault): void {
		this.#plan('error', fault.method, fault.times ?? 1, fault);
	}

	/** Slows calls down until cleared. */
	latency(milliseconds: number, method?: string): void {
		this.#latencies.push({ milliseconds, method });
	}

	/** Takes calls and answers none until `clear`, which lets those run whose client still waits. */
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

	/** Answers with a body that is no JSON; the call takes no effect. */
	malformed(times = 1, method?: string): void {
		this.#plan('junk', method, times);
	}

	clear(): void {
		this.#planned = [];
		this.#latencies = [];
		for (const { release } of this.#hangs.splice(0)) {
			release();
		}
	}

	/** For the server: waits as planned and says what shall happen to this call. */
	async meet(method: string, onHang: () => void): Promise<ActiveFault | undefined> {
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
