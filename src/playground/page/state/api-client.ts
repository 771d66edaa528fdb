import type { ActionResult, OlderMessages, PlaygroundState, StateChange, UserAction } from '../../page-api/protocol.ts';

type Listener = {
	onState: (state: PlaygroundState) => void;
	onChange: (change: StateChange) => void;
	/** Called when the connection opens or breaks. */
	onReach: (isReached: boolean) => void;
};

/** Browsers reconnect by themselves, but some give up when the connection is refused. */
const RETRY_MS = 1_000;

/** Follows the events of the server, and reconnects. @returns a function that ends it */
export function subscribe(listener: Listener): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let source = open();
	function open(): EventSource {
		const opened = new EventSource('/page/api/events');
		opened.addEventListener('open', () => listener.onReach(true));
		opened.addEventListener('state', ({ data }: MessageEvent<string>) =>
			listener.onState(JSON.parse(data) as PlaygroundState),
		);
		opened.addEventListener('change', ({ data }: MessageEvent<string>) =>
			listener.onChange(JSON.parse(data) as StateChange),
		);
		opened.addEventListener('error', () => {
			listener.onReach(false);
			opened.close();
			timer = setTimeout(() => {
				source = open();
			}, RETRY_MS);
		});
		return opened;
	}
	return () => {
		clearTimeout(timer);
		source.close();
	};
}

/** Resolves once the bot has handled the action, or with the reason why it was refused. Never throws. */
export async function postAction(action: UserAction): Promise<ActionResult> {
	try {
		const response = await fetch('/page/api/actions', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(action),
		});
		return (await response.json()) as ActionResult;
	} catch {
		return { ok: false, error: 'The playground is not reachable: is `npm start` still running?' };
	}
}

/** @returns the messages of the chat before the one with this id; none when the server refuses */
export async function fetchOlder(chat: string, before: number): Promise<OlderMessages> {
	const response = await fetch(`/page/api/messages?${new URLSearchParams({ chat, before: String(before) })}`);
	return response.ok ? ((await response.json()) as OlderMessages) : { messages: [], more: false };
}
