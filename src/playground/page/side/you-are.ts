import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Choice } from '../choice.ts';
import { type CurrentChat, nameOf } from '../state/current-chat.ts';
import type { PageContext } from '../state/page-context.ts';

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' });

/** Says who one is, and lets one be somebody else. */
export function YouAre({ page }: { page: PageContext }): VNode {
	const [isOpen, setOpen] = useState(false);
	const { state, current, actions } = page;
	const items = state.people.map(({ id, name, language }) => ({
		text: name,
		note: LANGUAGES.of(language) ?? language,
		isCurrent: id === current.person,
		choose: () => actions.go(chatAfterSwitch(page, id)),
	}));
	return html`<span class="you">
		You are <strong>${nameOf(current.person, state)}</strong> · <button type="button" class="link" aria-label="Change who you are" onClick=${() => setOpen(true)}>change</button>
		${isOpen && html`<${Choice} title="Who do you want to be?" items=${items} close=${() => setOpen(false)} />`}
	</span>`;
}

/** The open chat stays, if the person is a member; else the private chat opens. */
function chatAfterSwitch({ state, current }: PageContext, person: string): CurrentChat {
	const isMember = state.chats.some(({ id, members }) => id === current.chat && members.includes(person));
	return { person, chat: isMember ? current.chat : `private:${person}` };
}
