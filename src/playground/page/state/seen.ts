import type { ChatView, MessageView, PlaygroundState } from '../../page-api/protocol.ts';

/** What a person sees in a chat, oldest first: others' ephemeral messages not, nor what one of their own replaced. */
export function seenBy(person: string, chat: string, messages: readonly MessageView[]): MessageView[] {
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

/** In the private chat there is nobody but the bot. */
export function titleOf(chat: ChatView): string {
	return chat.kind === 'private' ? 'Nokori' : chat.title;
}

export function languageOf(person: string, { people }: PlaygroundState): string {
	return people.find(({ id }) => id === person)?.language ?? 'en';
}
