import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Desk } from '../state/types.ts';

/** Who one is on this page. */
export function People({ desk }: { desk: Desk }): VNode {
	const change = ({ currentTarget }: Event & { currentTarget: HTMLSelectElement }): void =>
		desk.go(whereNext(desk, currentTarget.value));
	return html`<label class="people">
		<span>You are</span>
		<select value=${desk.place.person} onChange=${change}>
			${desk.state.people.map(
				({ id, name, language }) =>
					html`<option value=${id} selected=${id === desk.place.person}>${name} (${language})</option>`,
			)}
		</select>
	</label>`;
}

/** In a group one stays there; where they are not, their private chat opens. */
function whereNext({ state, place }: Desk, person: string): { person: string; chat: string } {
	const isMember = state.chats.some(({ id, members }) => id === place.chat && members.includes(person));
	return { person, chat: isMember ? place.chat : `private:${person}` };
}
