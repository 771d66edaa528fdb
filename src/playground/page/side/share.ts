import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { chatsOf, titleOf } from '../state/seen.ts';
import type { Desk } from '../state/types.ts';

type Props = { desk: Desk; onChosen: (chat: string) => void; close: () => void };

/** A button that shares an answer asks first into which chat. */
export function Share({ desk, onChosen, close }: Props): VNode {
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => dialog.current?.showModal(), []);
	return html`<dialog ref=${dialog} class="alert" aria-labelledby="share" onClose=${close}>
		<h2 id="share">Share in which chat?</h2>
		<ul class="examples">
			${chatsOf(desk.place.person, desk.state.chats).map(
				(chat) => html`<li><button type="button" onClick=${() => onChosen(chat.id)}>${titleOf(chat)}</button></li>`,
			)}
		</ul>
		<form method="dialog"><button type="submit">Cancel</button></form>
	</dialog>`;
}
