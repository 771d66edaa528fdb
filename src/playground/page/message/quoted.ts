import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { MessageView } from '../../page-api/protocol.ts';

/** The message that this one replies to. A tap leads there. */
export function Quoted({ quoted }: { quoted: NonNullable<MessageView['replyTo']> }): VNode {
	const show = (): void => {
		const target = document.querySelector(`[data-message="${quoted.id}"]`);
		target?.scrollIntoView({ block: 'center' });
	};
	return html`<button type="button" class="quoted" aria-label=${`In reply to ${quoted.from}: ${quoted.text}`} onClick=${show}>
		<strong>${quoted.from}</strong>
		<span>${quoted.text}</span>
	</button>`;
}
