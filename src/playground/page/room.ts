import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MessageView, PlaygroundState } from '../page-api/protocol.ts';
import { Composer } from './compose/composer.ts';
import { Conversation } from './message/conversation.ts';
import { Panel } from './panel/panel.ts';
import { Alert } from './side/alert.ts';
import { Chats } from './side/chats.ts';
import { Header } from './side/header.ts';
import { Share } from './side/share.ts';
import { Toasts } from './side/toasts.ts';
import { useToasts } from './side/use-toasts.ts';
import { seenBy } from './state/seen.ts';
import { usePlace } from './state/use-place.ts';
import { useRefused } from './state/use-refused.ts';
import { useDrawer, usePanel } from './state/use-sides.ts';
import { createDesk } from './use-desk.ts';

type Props = { state: PlaygroundState; loadOlder: (chat: string) => Promise<void> };

/** Chats on the left, the conversation in the middle, what is behind it on the right. */
export function Room({ state, loadOlder }: Props): VNode {
	const [place, go] = usePlace(state);
	const [refused, refuse] = useRefused(state.messages);
	const { shown, alert, dismiss, note } = useToasts(state.toasts, place.person);
	const [text, setText] = useState('');
	const [replyTo, setReplyTo] = useState<MessageView>();
	const [shared, setShared] = useState<string>();
	const box = useRef<HTMLInputElement>(null);
	const drawer = useDrawer();
	const panel = usePanel();
	const write = (words: string): void => {
		setText(words);
		box.current?.focus();
	};
	const messages = seenBy(place.person, place.chat, [...state.messages, ...refused]);
	const desk = createDesk({
		state,
		place,
		go,
		note,
		refuse,
		compose: (words, isElsewhere) => (isElsewhere ? setShared(words) : write(words)),
		reply: (message) => {
			setReplyTo(message);
			box.current?.focus();
		},
	});
	useEffect(() => setReplyTo(undefined), [place.chat, place.person]);
	return html`
		<div class=${`room${panel.isOpen ? ' with-panel' : ''}${drawer.isOpen ? ' with-drawer' : ''}`}>
			<nav id="side" class="side" aria-label="Chats" ref=${drawer.element}><${Chats} desk=${desk} onChosen=${drawer.close} /></nav>
			${drawer.isOpen && html`<button type="button" class="veil" aria-label="Close the chats" onClick=${drawer.close}></button>`}
			<main inert=${drawer.isOpen}>
				<${Header}
					desk=${desk}
					isDrawerOpen=${drawer.isOpen}
					isPanelOpen=${panel.isOpen}
					toggleDrawer=${drawer.toggle}
					togglePanel=${panel.toggle}
				/>
				<${Conversation} key=${`${place.chat} ${place.person}`} desk=${desk} messages=${messages} loadOlder=${loadOlder} />
				<${Composer} desk=${desk} box=${box} text=${text} setText=${setText} replyTo=${replyTo} endReply=${() => setReplyTo(undefined)} />
			</main>
			${panel.isOpen && html`<${Panel} desk=${desk} close=${panel.toggle} />`}
		</div>
		<${Toasts} said=${shown} dismiss=${dismiss} />
		${alert && html`<${Alert} key=${alert.id} said=${alert} close=${() => dismiss(alert.id)} />`}
		${
			shared !== undefined &&
			html`<${Share} desk=${desk} close=${() => setShared(undefined)} onChosen=${(chat: string) => {
				go({ chat });
				setShared(undefined);
				write(shared);
			}} />`
		}
	`;
}
