import type { PlaygroundState, StateChange } from './protocol.ts';

/** Often enough to notice soon that a page went away without closing its connection. */
const HEARTBEAT_MS = 15_000;
/** A page with more unread events than this is disconnected: it reconnects by itself and gets a fresh state. */
const MAX_UNREAD = 2000;
const RETRY_MS = 1000;

/** Tells every open page what changed. */
export type Broadcaster = {
	emit: (change: StateChange) => void;
	/** @returns a function that ends the subscription */
	subscribe: (listener: (change: StateChange) => void) => () => void;
	/** How many pages are open. */
	size: () => number;
};

export function createBroadcaster(): Broadcaster {
	const listeners = new Set<(change: StateChange) => void>();
	return {
		emit: (change) => {
			for (const listener of [...listeners]) {
				listener(change);
			}
		},
		subscribe: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		size: () => listeners.size,
	};
}

/**
 * The server-sent events of one page: the state, then every change. The state is read and the changes are subscribed to
 * in the same tick, so no change is lost between them. The stream ends when the page goes away.
 */
export function openEventStream(
	broadcaster: Broadcaster,
	readState: () => PlaygroundState,
): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let release = (): void => undefined;
	return new ReadableStream<Uint8Array>({
		start: (controller) => {
			const send = (text: string): void => {
				if ((controller.desiredSize ?? 0) < -MAX_UNREAD) {
					release();
					controller.close();
					return;
				}
				controller.enqueue(encoder.encode(text));
			};
			send(`retry: ${RETRY_MS}\n${eventText('state', readState())}`);
			const unsubscribe = broadcaster.subscribe((change) => send(eventText('change', change)));
			const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS).unref();
			release = () => {
				unsubscribe();
				clearInterval(heartbeat);
			};
		},
		cancel: () => release(),
	});
}

/** `JSON.stringify` writes no line break, so the data is a single line. */
function eventText(name: string, data: unknown): string {
	return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
