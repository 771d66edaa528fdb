import type { ActionResult, OlderMessages, PlaygroundState, StateChange, UserAction } from '../../page-api/protocol.ts';

type Listener = {
	onState: (state: PlaygroundState) => void;
	onChange: (change: StateChange) => void;
	/** False as long as the server is not reached. */
	onReach: (isReached: boolean) => void;
};

/** After so long it is tried again. Browsers do so too, but some give up where nobody listens. */
const RETRY_MS = 1_000;

/** @returns what ends it */
export function listen(listener: Listener): () => void {
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

/** Resolves when the bot has handled it. What was refused is an answer too. */
export async function send(act: UserAction): Promise<ActionResult> {
	try {
		const response = await fetch('/page/api/actions', {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(act),
		});
		return (await response.json()) as ActionResult;
	} catch {
		return { ok: false, error: 'The playground is not reachable: is `npm start` still running?' };
	}
}

export async function older(chat: string, before: number): Promise<OlderMessages> {
	const response = await fetch(`/page/api/messages?${new URLSearchParams({ chat, before: String(before) })}`);
	return response.ok ? ((await response.json()) as OlderMessages) : { messages: [], more: false };
}
