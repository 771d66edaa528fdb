import { useEffect, useState } from 'preact/hooks';
import type { ChatView, MessageView, PlaygroundState } from '../../page-api/protocol.ts';

/** The person that one acts as, and the open chat. It is in the URL: a reload keeps it, and two tabs can be two people. */
export type CurrentChat = { person: string; chat: string };

export function useCurrentChat(
	state: PlaygroundState | undefined,
): [CurrentChat, (target: Partial<CurrentChat>) => void] {
	const [asked, setAsked] = useState(readUrl);
	const current = state ? toExisting(state, asked) : asked;
	useEffect(() => {
		const follow = (): void => setAsked(readUrl());
		window.addEventListener('hashchange', follow);
		return () => window.removeEventListener('hashchange', follow);
	}, []);
	const go = (next: Partial<CurrentChat>): void => {
		const target = { ...current, ...next };
		const found = state ? toExisting(state, target) : target;
		history.replaceState(null, '', `#${new URLSearchParams(found)}`);
		setAsked(found);
	};
	return [current, go];
}

function readUrl(): CurrentChat {
	const given = new URLSearchParams(location.hash.slice(1));
	return { person: given.get('person') ?? '', chat: given.get('chat') ?? '' };
}

/** Falls back to the first person, and to the private chat of the person. */
function toExisting(state: PlaygroundState, { person, chat }: CurrentChat): CurrentChat {
	const who = state.people.find(({ id }) => id === person) ?? state.people[0];
	const chats = chatsOf(who?.id ?? '', state.chats);
	const where = chats.find(({ id }) => id === chat) ?? chats.find(({ kind }) => kind === 'private') ?? chats[0];
	return { person: who?.id ?? '', chat: where?.id ?? '' };
}

/** What a person sees in a chat, oldest first: no ephemeral messages of others, and none that another one replaces. */
export function messagesFor({ person, chat }: CurrentChat, messages: readonly MessageView[]): MessageView[] {
	const visible = messages.filter(
		(message) => message.chat === chat && (message.onlyFor === undefined || message.onlyFor === person),
	);
	const replaced = new Set(visible.map(({ replaces }) => replaces));
	return visible
		.filter(({ id }) => !replaced.has(id))
		.toSorted((one, other) => one.order - other.order || Math.abs(one.id) - Math.abs(other.id));
}

export function chatsOf(person: string, chats: readonly ChatView[]): ChatView[] {
	return chats.filter(({ members }) => members.includes(person));
}

/** A private chat is named after the bot, as in Telegram. */
export function chatTitle(chat: ChatView): string {
	return chat.kind === 'private' ? 'Nokori' : chat.title;
}

export function nameOf(person: string, { people }: PlaygroundState): string {
	return people.find(({ id }) => id === person)?.name ?? person;
}

export function languageOf(person: string, { people }: PlaygroundState): string {
	return people.find(({ id }) => id === person)?.language ?? 'en';
}
