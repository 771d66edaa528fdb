import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { ChatView, MessageView, PlaygroundState } from '../../page-api/protocol.ts';
import { type CurrentChat, chatsOf, chatTitle, messagesFor } from '../state/current-chat.ts';
import type { PageContext } from '../state/page-context.ts';

const KINDS: Record<ChatView['kind'], string> = {
	private: 'Private chat',
	group: 'Group',
	topic: 'Topic of a forum',
	guest: 'Group without the bot',
};

/** The chats of the current person, each with its newest message. */
export function ChatList({ page, onChosen }: { page: PageContext; onChosen: () => void }): VNode {
	const { state, current } = page;
	const unread = useUnread(state, current);
	const choose = (chat: string): void => {
		page.actions.go({ chat });
		onChosen();
	};
	return html`
		<ul class="chat-list">
			${chatsOf(current.person, state.chats).map((chat) => {
				const newest = messagesFor({ person: current.person, chat: chat.id }, state.messages).at(-1);
				const props = { chat, newest, isCurrent: chat.id === current.chat, unread: unread(chat.id), choose };
				return html`<li key=${chat.id}><${Chat} ...${props} /></li>`;
			})}
		</ul>
	`;
}

type ChatProps = {
	chat: ChatView;
	newest: MessageView | undefined;
	isCurrent: boolean;
	unread: number;
	choose: (chat: string) => void;
};

function Chat({ chat, newest, isCurrent, unread, choose }: ChatProps): VNode {
	return html`<button type="button" class="chat" aria-current=${isCurrent ? 'page' : undefined} onClick=${() => choose(chat.id)}>
		<span class=${`avatar ${chat.kind}`} aria-hidden="true">${chat.kind === 'topic' ? '#' : chatTitle(chat)[0]}</span>
		<span class="lines">
			<strong>${chatTitle(chat)}</strong>
			<small>${newest ? `${newest.fromBot ? 'Nokori' : newest.from}: ${(newest.text || (newest.media?.label ?? '')).slice(0, 60)}` : KINDS[chat.kind]}</small>
		</span>
		${unread > 0 && html`<span class="unread">${unread}<span class="hidden"> new</span></span>`}
	</button>`;
}

/** Counts the messages in a chat since this person last opened it on this page. */
function useUnread(state: PlaygroundState, { person, chat }: CurrentChat): (chat: string) => number {
	const newestAtStart = useRef(newestId(state));
	const read = useRef(new Map<string, number>());
	read.current.set(`${chat} ${person}`, newestId(state));
	return (other) => {
		const since = read.current.get(`${other} ${person}`) ?? newestAtStart.current;
		return messagesFor({ person, chat: other }, state.messages).filter(
			({ id, person: from }) => id > since && from !== person,
		).length;
	};
}

function newestId({ messages }: PlaygroundState): number {
	return messages.reduce((newest, { id }) => Math.max(newest, id), 0);
}
