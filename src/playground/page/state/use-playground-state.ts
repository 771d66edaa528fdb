import { useCallback, useEffect, useState } from 'preact/hooks';
import type { MessageView, PlaygroundState, StateChange } from '../../page-api/protocol.ts';
import { fetchOlder, subscribe } from './api-client.ts';

/** Calls and updates beyond these are forgotten, as the server forgets them. */
const KEPT = 100;

type Connection = {
	/** Undefined until the server has sent it. */
	state: PlaygroundState | undefined;
	isReached: boolean;
	/** Fetches messages before the oldest known one of the chat. */
	loadOlder: (chat: string) => Promise<void>;
};

/** The state of the server, kept up to date by its events. */
export function usePlaygroundState(): Connection {
	const [state, setState] = useState<PlaygroundState>();
	const [isReached, setReached] = useState(true);
	useEffect(
		() =>
			subscribe({
				onState: setState,
				onChange: (change) => setState((old) => old && applyChange(old, change)),
				onReach: setReached,
			}),
		[],
	);
	const loadOlder = useCallback(
		async (chat: string) => {
			const ids = state?.messages.filter((message) => message.chat === chat).map(({ id }) => id) ?? [];
			const { messages, more } = await fetchOlder(chat, Math.min(...ids));
			setState((old) => old && prepend(old, messages, chat, more));
		},
		[state],
	);
	return { state, isReached, loadOlder };
}

/** Mutates nothing, so that unchanged parts are not rendered again. */
function applyChange(state: PlaygroundState, change: StateChange): PlaygroundState {
	switch (change.type) {
		case 'message':
			return { ...state, messages: put(state.messages, change.message) };
		case 'deleted':
			return {
				...state,
				messages: state.messages.filter(({ id, chat }) => id !== change.id || chat !== change.chat),
			};
		case 'toast':
			return { ...state, toasts: [...state.toasts, change.toast] };
		case 'call':
			return { ...state, calls: put(state.calls, change.call).slice(-KEPT) };
		case 'update':
			return { ...state, updates: put(state.updates, change.update).slice(-KEPT) };
		case 'typing':
			return {
				...state,
				typing: [...state.typing.filter((chat) => chat !== change.chat), ...(change.on ? [change.chat] : [])],
			};
		case 'clock':
			return { ...state, clock: change.clock };
		case 'commands':
			return { ...state, commands: change.commands };
		case 'knowledge':
			return { ...state, knowledge: change.knowledge };
	}
}

/** @param more whether the server has still older messages of the chat */
function prepend(state: PlaygroundState, older: readonly MessageView[], chat: string, more: boolean): PlaygroundState {
	const known = new Set(state.messages.map(({ id }) => id));
	return {
		...state,
		messages: [...older.filter(({ id }) => !known.has(id)), ...state.messages],
		more: more ? state.more : state.more.filter((id) => id !== chat),
	};
}

function put<T extends { id: number }>(list: readonly T[], item: T): T[] {
	const index = list.findLastIndex(({ id }) => id === item.id);
	return index < 0 ? [...list, item] : list.with(index, item);
}
