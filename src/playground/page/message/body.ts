import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { MessageView } from '../../page-api/protocol.ts';
import { languageOf } from '../state/seen.ts';
import type { Desk } from '../state/types.ts';
import { entityTree } from './entity-tree.ts';
import { drawNodes } from './formatted.ts';
import { Key } from './key.ts';
import { drawRichBlocks, type RichContext } from './rich-blocks.ts';
import { placeButtons } from './rich-walk.ts';

/** What a message says: a file, blocks, or text with entities. */
export function Body({ desk, message }: { desk: Desk; message: MessageView }): VNode {
	const { file, rich, text, entities } = message;
	const lang = languageOf(message.person ?? message.onlyFor ?? desk.place.person, desk.state);
	if (rich) {
		return html`<div class="rich" lang=${lang}>${drawRichBlocks(rich, richContext(desk, message))}</div>`;
	}
	const caption = file && text === file.name ? '' : text;
	return html`
		${file && html`<a class="file" href=${`/page/api/files/${message.id}`} download=${file.name}><span aria-hidden="true">📄</span> ${file.name}</a>`}
		${caption !== '' && html`<div class="text" lang=${lang}>${drawNodes(entityTree(caption, entities), desk)}</div>`}
	`;
}

function richContext(desk: Desk, message: MessageView): RichContext {
	const placed = placeButtons(message.rich ?? [], message.buttons.slice(0, message.richRows));
	return {
		desk,
		button: (object) => {
			const found = placed.get(object);
			return found ? html`<${Key} desk=${desk} message=${message} ...${found} />` : '';
		},
	};
}
