import { useCallback, useEffect, useState } from 'preact/hooks';
import type { PlaygroundState } from '../../page-api/protocol.ts';
import { apply, prepend } from './apply.ts';
import { listen, older } from './server.ts';

export type Playground = {
	state: PlaygroundState | undefined;
	isReached: boolean;
	/** Fetches what lies before the oldest message known. */
	loadOlder: (chat: string) => Promise<void>;
};

export function usePlayground(): Playground {
	const [state, setState] = useState<PlaygroundState>();
	const [isReached, setReached] = useState(true);
	useEffect(
		() =>
			listen({
				onState: setState,
				onChange: (change) => setState((old) => old && apply(old, change)),
				onReach: setReached,
			}),
		[],
	);
	const loadOlder = useCallback(
		async (chat: string) => {
			const ids = state?.messages.filter((message) => message.chat === chat).map(({ id }) => id) ?? [];
			const { messages, more } = await older(chat, Math.min(...ids));
			setState((old) => old && prepend(old, messages, chat, more));
		},
		[state],
	);
	return { state, isReached, loadOlder };
}
