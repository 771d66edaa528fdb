import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Desk } from '../state/types.ts';
import { Code } from './code.ts';
import type { TextNode } from './entity-tree.ts';
import { Fold } from './fold.ts';
import { WebLink } from './link.ts';
import { Spoiler } from './spoiler.ts';

export type Drawn = VNode | string;

/** Text with entities. Whatever it holds is text: no part of it is ever read as HTML. */
export function drawNodes(nodes: readonly TextNode[], desk: Desk): Drawn[] {
	return nodes.map((node) => (typeof node === 'string' ? node : drawEntity(node, desk)));
}

function drawEntity({ entity, text, nodes }: Exclude<TextNode, string>, desk: Desk): Drawn {
	const inner = drawNodes(nodes, desk);
	switch (entity.type) {
		case 'bold':
			return html`<strong>${inner}</strong>`;
		case 'italic':
			return html`<em>${inner}</em>`;
		case 'underline':
			return html`<u>${inner}</u>`;
		case 'strikethrough':
			return html`<s>${inner}</s>`;
		case 'spoiler':
			return html`<${Spoiler}>${inner}<//>`;
		case 'code':
		case 'pre':
			return html`<${Code} text=${text} isBlock=${entity.type === 'pre'} copy=${desk.copy} />`;
		case 'blockquote':
			return html`<blockquote class="quote">${inner}</blockquote>`;
		case 'expandable_blockquote':
			return html`<${Fold}>${inner}<//>`;
		case 'url':
			return html`<${WebLink} url=${text}>${inner}<//>`;
		case 'text_link':
			return html`<${WebLink} url=${entity.url}>${inner}<//>`;
		case 'bot_command':
			return html`<button type="button" class="command" onClick=${() => desk.write(text)}>${text}</button>`;
		case 'mention':
		case 'hashtag':
		case 'cashtag':
		case 'text_mention':
			return html`<span class="mention">${inner}</span>`;
		default:
			return html`<span>${inner}</span>`;
	}
}
