import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ChatView } from '../../page-api/protocol.ts';
import { chatTitle } from '../state/current-chat.ts';
import type { PageContext } from '../state/page-context.ts';

type Props = {
	page: PageContext;
	isDrawerOpen: boolean;
	isPanelOpen: boolean;
	toggleDrawer: () => void;
	togglePanel: () => void;
};

export function Header({ page, isDrawerOpen, isPanelOpen, toggleDrawer, togglePanel }: Props): VNode {
	const chat = page.state.chats.find(({ id }) => id === page.current.chat);
	const isBroken = page.state.knowledge?.problem !== undefined;
	return html`<header class="top">
		<button
			type="button"
			class="icon only-narrow"
			aria-expanded=${isDrawerOpen}
			aria-controls="side"
			aria-label="Chats and people"
			onClick=${toggleDrawer}
		>
			<span aria-hidden="true">☰</span>
		</button>
		<div class="where">
			<h1>${chat && chatTitle(chat)}</h1>
			<p>${chat && subtitle(page, chat)}</p>
		</div>
		<button type="button" class=${isBroken ? 'icon broken' : 'icon'} aria-expanded=${isPanelOpen} aria-controls="panel" onClick=${togglePanel}>
			<span aria-hidden="true">${'{ }'}</span><span class="word">Under the hood</span>${isBroken && html` <strong>· a file has a problem</strong>`}
		</button>
	</header>`;
}

function subtitle({ state, current }: PageContext, chat: ChatView): string {
	if (state.typing.includes(chat.id)) {
		return 'typing…';
	}
	const nameOf = (id: string): string =>
		id === current.person ? 'you' : (state.people.find((one) => one.id === id)?.name ?? id);
	if (chat.kind === 'private') {
		return `bot, chatting with ${state.people.find(({ id }) => id === current.person)?.name}`;
	}
	return [...chat.members.map(nameOf), ...(chat.kind === 'guest' ? [] : ['Nokori'])].join(', ');
}
