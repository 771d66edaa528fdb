import { useRef } from 'preact/hooks';
import type { PlaygroundState } from '../../page-api/protocol.ts';
import { seenBy } from '../state/seen.ts';
import type { Place } from '../state/use-place.ts';

/** How many messages came into a chat since this person looked there on this page. */
export function useUnread(state: PlaygroundState, { person, chat }: Place): (chat: string) => number {
	const newestAtStart = useRef(newestId(state));
	const read = useRef(new Map<string, number>());
	read.current.set(`${chat} ${person}`, newestId(state));
	return (other) => {
		const since = read.current.get(`${other} ${person}`) ?? newestAtStart.current;
		return seenBy(person, other, state.messages).filter(({ id, person: from }) => id > since && from !== person).length;
	};
}

function newestId({ messages }: PlaygroundState): number {
	return messages.reduce((newest, { id }) => Math.max(newest, id), 0);
}
