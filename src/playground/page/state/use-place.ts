import { useEffect, useState } from 'preact/hooks';
import type { PlaygroundState } from '../../page-api/protocol.ts';
import { chatsOf } from './seen.ts';

/** Who one is, and where. It stands in the address, so that a reload keeps it and two tabs can be two people. */
export type Place = { person: string; chat: string };

export function usePlace(state: PlaygroundState | undefined): [Place, (place: Partial<Place>) => void] {
	const [place, setPlace] = useState(readAddress);
	const valid = state ? within(state, place) : place;
	useEffect(() => {
		const follow = (): void => setPlace(readAddress());
		window.addEventListener('hashchange', follow);
		return () => window.removeEventListener('hashchange', follow);
	}, []);
	const go = (next: Partial<Place>): void => {
		const target = { ...valid, ...next };
		const found = state ? within(state, target) : target;
		history.replaceState(null, '', `#${new URLSearchParams(found)}`);
		setPlace(found);
	};
	return [valid, go];
}

function readAddress(): Place {
	const given = new URLSearchParams(location.hash.slice(1));
	return { person: given.get('person') ?? '', chat: given.get('chat') ?? '' };
}

/** Somebody there is, in a chat they are in; else the first of each. */
function within(state: PlaygroundState, { person, chat }: Place): Place {
	const who = state.people.find(({ id }) => id === person) ?? state.people[0];
	const chats = chatsOf(who?.id ?? '', state.chats);
	const where = chats.find(({ id }) => id === chat) ?? chats.find(({ kind }) => kind === 'private') ?? chats[0];
	return { person: who?.id ?? '', chat: where?.id ?? '' };
}
