import type { Hub } from './hub.ts';
import type { State } from './types.ts';

/** Often enough to notice soon that a page is gone without having said so. */
const HEARTBEAT_MS = 15_000;
/** A page that has fallen so far behind is let go: it comes back by itself and gets a fresh state. */
const MAX_WAITING = 2000;
const RETRY_MS = 1000;

/**
 * The stream of one open page: the state, then every change. In between nothing can be lost, since both happen at once.
 * It ends when the page goes away.
 */
export function openEventStream(hub: Hub, readState: () => State): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	let release = (): void => undefined;
	return new ReadableStream<Uint8Array>({
		start: (controller) => {
			const send = (text: string): void => {
				if ((controller.desiredSize ?? 0) < -MAX_WAITING) {
					release();
					controller.close();
					return;
				}
				controller.enqueue(encoder.encode(text));
			};
			send(`retry: ${RETRY_MS}\n${eventText('state', readState())}`);
			const unsubscribe = hub.subscribe((change) => send(eventText('change', change)));
			const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS).unref();
			release = () => {
				unsubscribe();
				clearInterval(heartbeat);
			};
		},
		cancel: () => release(),
	});
}

/** JSON has no line break outside its strings, and none inside them, so it is one line of data. */
function eventText(name: string, data: unknown): string {
	return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
