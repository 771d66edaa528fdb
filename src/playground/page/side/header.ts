import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { ChatView } from '../../page-api/protocol.ts';
import { chatTitle, nameOf } from '../state/current-chat.ts';
import type { PageContext } from '../state/page-context.ts';
import { YouAre } from './you-are.ts';

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
			onClick=${toggleDrawer}
		>
			<span aria-hidden="true">☰</span><span class="word">Chats</span>
		</button>
		<div class="where">
			<h1>${chat && chatTitle(chat)}</h1>
			<p class="who"><${YouAre} page=${page} />${chat && html`<span class="members">${membersOf(page, chat)}</span>`}</p>
		</div>
		<button type="button" class=${isBroken ? 'icon broken' : 'icon'} aria-expanded=${isPanelOpen} aria-controls="panel" onClick=${togglePanel}>
			<span aria-hidden="true">${'{ }'}</span><span class="word">Under the hood</span>${isBroken && html` <strong>· a file has a problem</strong>`}
		</button>
	</header>`;
}

/** Who else is there. A private chat has nobody but the bot, whose name is its title. */
function membersOf({ state, current }: PageContext, chat: ChatView): string {
	if (state.typing.includes(chat.id)) {
		return 'typing…';
	}
	const others = chat.members.filter((id) => id !== current.person).map((id) => nameOf(id, state));
	const names = [...others, ...(chat.kind === 'guest' ? [] : ['Nokori'])];
	return chat.kind === 'private' ? '' : `with ${names.join(', ')}`;
}
