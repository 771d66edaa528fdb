import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { MessageView } from '../../page-api/protocol.ts';
import type { Desk } from '../state/types.ts';
import { Body } from './body.ts';
import { Keys } from './keys.ts';
import { Quoted } from './quoted.ts';

type Props = { desk: Desk; message: MessageView };

export function Message({ desk, message }: Props): VNode {
	const isOwn = message.person === desk.place.person;
	const kind = message.error === undefined ? '' : ' refused';
	const name = isOwn ? 'You' : message.from;
	return html`<article
		class=${`message ${isOwn ? 'own' : 'other'}${kind}`}
		aria-label=${`${name}, ${clock(message.at)}`}
		data-message=${message.id}
	>
		<div class="bubble">
			${!isOwn && html`<p class="from">${message.from}${message.fromBot && html` <span class="badge">bot</span>`}</p>`}
			${message.viaBot && html`<p class="via">via @${desk.state.bot}</p>`}
			${message.onlyFor !== undefined && kind === '' && html`<p class="only"><span aria-hidden="true">👁</span> Only you see this</p>`}
			${message.replyTo && html`<${Quoted} quoted=${message.replyTo} />`}
			<${Body} desk=${desk} message=${message} />
			${message.error !== undefined && html`<p class="error"><strong>Refused:</strong> ${message.error}</p>`}
			<${Meta} desk=${desk} message=${message} />
		</div>
		<${Keys} desk=${desk} message=${message} />
	</article>`;
}

function Meta({ desk, message }: Props): VNode {
	return html`<p class="meta">
		${message.edited && html`<span>edited</span>`}
		<time datetime=${new Date(message.at).toISOString()}>${clock(message.at)}</time>
		${
			message.error === undefined &&
			html`<button type="button" class="reply" aria-label=${`Reply to ${message.from}`} title="Reply" onClick=${() => desk.reply(message)}>↩</button>`
		}
	</p>`;
}

function clock(at: number): string {
	return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
