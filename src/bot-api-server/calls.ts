import type { JsonObject } from './json.ts';

type CallError = { errorCode: number; description: string };

/** One call of the bot. Neither result nor error is set while it runs, or where the connection was dropped before. */
export type Call = {
	readonly method: string;
	readonly params: JsonObject;
	readonly at: number;
	/** From its arrival to its answer, by the real clock; not set while it runs. */
	milliseconds?: number;
	result?: unknown;
	error?: CallError;
	/** What a fault did to the call: "dropped", "dropped after commit", "malformed", "hung". */
	fault?: string;
};

/** A position in the record, see `Calls.mark`. */
type Mark = number;

const POLLING: readonly string[] = ['getUpdates', 'getMe'];

/** Whether the call is one that pollers repeat all the time. */
export function isPolling({ method }: Call): boolean {
	return POLLING.includes(method);
}

export class Calls {
	readonly all: Call[] = [];
	readonly #listeners = new Set<(call: Call) => void>();

	record(call: Call): Call {
		this.all.push(call);
		return call;
	}

	/** Tells the listeners that a call is over, however it went. */
	end(call: Call, milliseconds: number): void {
		call.milliseconds = milliseconds;
		for (const listener of [...this.#listeners]) {
			listener(call);
		}
	}

	/** Calls back on every call that is over. Returns a function that stops it. */
	onEnd(listener: (call: Call) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Remembers where the record stands, to look at later calls only. */
	mark(): Mark {
		return this.all.length;
	}

	/** The calls of one method, or of all but polling. */
	since(mark: Mark, method?: string): Call[] {
		const later = this.all.slice(mark);
		return later.filter((call) => (method === undefined ? !isPolling(call) : call.method === method));
	}

	of(method: string): Call[] {
		return this.since(0, method);
	}

	count(method?: string, mark: Mark = 0): number {
		return this.since(mark, method).length;
	}
}
