import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { MessageView } from '../../page-api/protocol.ts';

export function ReplyBar({ message, end }: { message: MessageView; end: () => void }): VNode {
	return html`<div class="reply-bar">
		<p><strong>Reply to ${message.from}</strong> <span>${message.text.slice(0, 80)}</span></p>
		<button type="button" class="icon" aria-label="Do not reply" onClick=${end}><span aria-hidden="true">✕</span></button>
	</div>`;
}
