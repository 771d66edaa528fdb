import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ChatView, MessageView } from '../../page-api/protocol.ts';
import { chatsOf, seenBy, titleOf } from '../state/seen.ts';
import type { Desk } from '../state/types.ts';
import { People } from './people.ts';
import { useUnread } from './use-unread.ts';

const KINDS: Record<ChatView['kind'], string> = {
	private: 'Private chat',
	group: 'Group',
	topic: 'Topic of a forum',
	guest: 'Group without the bot',
};

/** The chats of who one is, with the newest words of each. */
export function Chats({ desk, onChosen }: { desk: Desk; onChosen: () => void }): VNode {
	const { state, place, go } = desk;
	const unread = useUnread(state, place);
	const choose = (chat: string): void => {
		go({ chat });
		onChosen();
	};
	return html`
		<${People} desk=${desk} />
		<ul class="chat-list">
			${chatsOf(place.person, state.chats).map((chat) => {
				const newest = seenBy(place.person, chat.id, state.messages).at(-1);
				const props = { chat, newest, isCurrent: chat.id === place.chat, unread: unread(chat.id), choose };
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
		<span class=${`avatar ${chat.kind}`} aria-hidden="true">${chat.kind === 'topic' ? '#' : titleOf(chat)[0]}</span>
		<span class="lines">
			<strong>${titleOf(chat)}</strong>
			<small>${newest ? `${newest.fromBot ? 'Nokori' : newest.from}: ${newest.text.slice(0, 60)}` : KINDS[chat.kind]}</small>
		</span>
		${unread > 0 && html`<span class="unread">${unread}<span class="hidden"> new</span></span>`}
	</button>`;
}
