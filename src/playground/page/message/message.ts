import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { MessageView } from '../../page-api/protocol.ts';
import { languageOf } from '../state/current-chat.ts';
import type { PageContext } from '../state/page-context.ts';
import { Keyboard, MessageButton } from './buttons.ts';
import { renderEntities } from './entity-text.ts';
import { Media } from './media.ts';
import { placeButtons, type RichContext, renderRichBlocks } from './rich.ts';

type Props = { page: PageContext; message: MessageView };

export function Message({ page, message }: Props): VNode {
	const isOwn = message.person === page.current.person;
	const kind = message.error === undefined ? '' : ' refused';
	const name = isOwn ? 'You' : message.from;
	return html`<article
		class=${`message ${isOwn ? 'own' : 'other'}${kind}`}
		aria-label=${`${name}, ${timeOfDay(message.at)}`}
		data-message=${message.id}
	>
		<div class="bubble">
			${!isOwn && html`<p class="from">${message.from}${message.fromBot && html` <span class="badge">bot</span>`}</p>`}
			${message.viaBot && html`<p class="via">via @${page.state.bot}</p>`}
			${message.onlyFor !== undefined && kind === '' && html`<p class="only"><span aria-hidden="true">👁</span> Only you see this</p>`}
			${message.replyTo && html`<${Quoted} quoted=${message.replyTo} />`}
			<${Body} page=${page} message=${message} />
			${message.error !== undefined && html`<p class="error"><strong>Refused:</strong> ${message.error}</p>`}
			<${Meta} page=${page} message=${message} />
		</div>
		<${Keyboard} page=${page} message=${message} />
	</article>`;
}

/** The message that this one replies to. A tap scrolls to it. */
function Quoted({ quoted }: { quoted: NonNullable<MessageView['replyTo']> }): VNode {
	const show = (): void => {
		const target = document.querySelector(`[data-message="${quoted.id}"]`);
		target?.scrollIntoView({ block: 'center' });
	};
	return html`<button type="button" class="quoted" aria-label=${`In reply to ${quoted.from}: ${quoted.text}`} onClick=${show}>
		<strong>${quoted.from}</strong>
		<span>${quoted.text}</span>
	</button>`;
}

/** A rich message, a file with its caption, or a text. */
function Body({ page, message }: Props): VNode {
	const { file, media, rich, text, entities } = message;
	const lang = languageOf(message.person ?? message.onlyFor ?? page.current.person, page.state);
	if (rich) {
		return html`<div class="rich" lang=${lang}>${renderRichBlocks(rich, richContext(page, message))}</div>`;
	}
	const caption = file && text === file.name ? '' : text;
	return html`
		${media && html`<${Media} id=${message.id} media=${media} />`}
		${file && html`<a class="file" href=${`/page/api/files/${message.id}`} download=${file.name}><span aria-hidden="true">📄</span> ${file.name}</a>`}
		${caption !== '' && html`<div class="text" lang=${lang}>${renderEntities(caption, entities, page)}</div>`}
	`;
}

function richContext(page: PageContext, message: MessageView): RichContext {
	const placed = placeButtons(message.rich ?? [], message.buttons.slice(0, message.richRows));
	return {
		page,
		button: (object) => {
			const found = placed.get(object);
			return found ? html`<${MessageButton} page=${page} message=${message} ...${found} />` : '';
		},
	};
}

function Meta({ page, message }: Props): VNode {
	return html`<p class="meta">
		${message.edited && html`<span>edited</span>`}
		<time datetime=${new Date(message.at).toISOString()}>${timeOfDay(message.at)}</time>
		${
			message.error === undefined &&
			html`<button type="button" class="reply" aria-label=${`Reply to ${message.from}`} onClick=${() => page.actions.reply(message)}><span aria-hidden="true">↩</span> Reply</button>`
		}
	</p>`;
}

function timeOfDay(at: number): string {
	return new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
}
