import type { MessageView, PlaygroundState, StateChange } from '../../page-api/protocol.ts';

/** Calls and updates beyond these are forgotten, as the server forgets them. */
const KEPT = 100;

/** What the page knows after a change. Nothing is altered in place, so what stayed the same is not drawn again. */
export function apply(state: PlaygroundState, change: StateChange): PlaygroundState {
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

/** Puts what scrolled out of `PlaygroundState` back in front. */
export function prepend(
	state: PlaygroundState,
	older: readonly MessageView[],
	chat: string,
	more: boolean,
): PlaygroundState {
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
