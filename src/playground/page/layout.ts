import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MessageView, PlaygroundState } from '../page-api/protocol.ts';
import { Choice, type ChoiceItem } from './choice.ts';
import { MessageForm } from './compose/message-form.ts';
import { Conversation } from './message/conversation.ts';
import { Panel } from './panel/panel.ts';
import { ChatList } from './side/chat-list.ts';
import { Header } from './side/header.ts';
import { Alert, Toasts, useNotices } from './side/notices.ts';
import { ScrollSwitch } from './side/scroll-switch.ts';
import { useDrawer, usePanel } from './side/use-sides.ts';
import { useWayBack, WayBackBar } from './side/way-back.ts';
import { chatsOf, chatTitle, messagesFor, useCurrentChat } from './state/current-chat.ts';
import { createPageContext } from './state/page-context.ts';
import { useRefusals } from './state/use-refusals.ts';
import { useScrollEdge } from './state/use-scroll-edge.ts';

type Props = { state: PlaygroundState; loadOlder: (chat: string) => Promise<void> };

/** Chats on the left, the conversation in the middle, the panel on the right. */
export function Layout({ state, loadOlder }: Props): VNode {
	const [current, go] = useCurrentChat(state);
	const [refused, refuse] = useRefusals(state.messages);
	const { toasts, alert, dismiss, notify } = useNotices(state.toasts, current.person);
	const [text, setText] = useState('');
	const [replyTo, setReplyTo] = useState<MessageView>();
	const [shared, setShared] = useState<string>();
	const box = useRef<HTMLInputElement>(null);
	const drawer = useDrawer();
	const panel = usePanel();
	const [edge, setEdge] = useScrollEdge();
	const wayBack = useWayBack(current);
	const fillBox = (words: string): void => {
		setText(words);
		box.current?.focus();
	};
	const messages = messagesFor(current, [...state.messages, ...refused]);
	const page = createPageContext({
		state,
		current,
		go,
		notify,
		refuse,
		leave: wayBack.remember,
		compose: (words, isElsewhere) => (isElsewhere ? setShared(words) : fillBox(words)),
		reply: (message) => {
			setReplyTo(message);
			box.current?.focus();
		},
	});
	useEffect(() => setReplyTo(undefined), [current.chat, current.person]);
	/** The text of a "share" button goes into the box of the chosen chat. */
	const shareItems = (words: string): ChoiceItem[] =>
		chatsOf(current.person, state.chats).map((chat) => ({
			text: chatTitle(chat),
			choose: () => {
				go({ chat: chat.id });
				fillBox(words);
			},
		}));
	return html`
		<div class=${`room${panel.isOpen ? ' with-panel' : ''}${drawer.isOpen ? ' with-drawer' : ''}`}>
			<nav id="side" class="side" aria-label="Chats" ref=${drawer.element}>
				<${ChatList} page=${page} onChosen=${drawer.close} />
				<${ScrollSwitch} edge=${edge} setEdge=${setEdge} />
			</nav>
			${drawer.isOpen && html`<button type="button" class="veil" aria-label="Close the chats" onClick=${drawer.close}></button>`}
			<main inert=${drawer.isOpen}>
				<${Header}
					page=${page}
					isDrawerOpen=${drawer.isOpen}
					isPanelOpen=${panel.isOpen}
					toggleDrawer=${drawer.toggle}
					togglePanel=${panel.toggle}
				/>
				<${WayBackBar} page=${page} from=${wayBack.from} forget=${wayBack.forget} />
				<${Conversation} key=${`${current.chat} ${current.person}`} page=${page} messages=${messages} loadOlder=${loadOlder} edge=${edge} />
				<${MessageForm} page=${page} box=${box} text=${text} setText=${setText} replyTo=${replyTo} endReply=${() => setReplyTo(undefined)} />
			</main>
			${panel.isOpen && html`<${Panel} page=${page} close=${panel.toggle} />`}
		</div>
		<${Toasts} toasts=${toasts} dismiss=${dismiss} />
		${alert && html`<${Alert} key=${alert.id} notice=${alert} close=${() => dismiss(alert.id)} />`}
		${
			shared !== undefined &&
			html`<${Choice} title="Share in which chat?" items=${shareItems(shared)} close=${() => setShared(undefined)} />`
		}
	`;
}
