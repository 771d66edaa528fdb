import type { MessageEntity } from 'grammy/types';
import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { PageContext } from '../state/page-context.ts';
import { WebLink } from './links.ts';
import { Code, ExpandableQuote, Spoiler } from './text-elements.ts';

export type Rendered = VNode | string;
type TextNode = string | { entity: MessageEntity; text: string; nodes: TextNode[] };

const BLOCKS: ReadonlySet<string> = new Set(['blockquote', 'expandable_blockquote', 'pre']);

/** Renders a text with entities. It never reads any part of the text as HTML. */
export function renderEntities(text: string, entities: readonly MessageEntity[], page: PageContext): Rendered[] {
	return renderNodes(entityTree(text, entities), page);
}

function renderNodes(nodes: readonly TextNode[], page: PageContext): Rendered[] {
	return nodes.map((node) => (typeof node === 'string' ? node : renderNode(node, page)));
}

function renderNode({ entity, text, nodes }: Exclude<TextNode, string>, page: PageContext): Rendered {
	const inner = renderNodes(nodes, page);
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
			return html`<${Code} text=${text} isBlock=${entity.type === 'pre'} copy=${page.actions.copy} />`;
		case 'blockquote':
			return html`<blockquote class="quote">${inner}</blockquote>`;
		case 'expandable_blockquote':
			return html`<${ExpandableQuote}>${inner}<//>`;
		case 'url':
			return html`<${WebLink} url=${text}>${inner}<//>`;
		case 'text_link':
			return html`<${WebLink} url=${entity.url}>${inner}<//>`;
		case 'bot_command':
			return html`<button type="button" class="command" onClick=${() => page.actions.write(text)}>${text}</button>`;
		case 'mention':
		case 'hashtag':
		case 'cashtag':
		case 'text_mention':
			return html`<span class="mention">${inner}</span>`;
		default:
			return html`<span>${inner}</span>`;
	}
}

/** Offsets count UTF-16 code units, as strings in JavaScript do. */
function entityTree(text: string, entities: readonly MessageEntity[]): TextNode[] {
	const sorted = entities.toSorted((one, other) => one.offset - other.offset || other.length - one.length);
	return nodesWithin(text, sorted, 0, text.length);
}

function nodesWithin(text: string, entities: readonly MessageEntity[], from: number, to: number): TextNode[] {
	const nodes: TextNode[] = [];
	let at = from;
	let rest = entities.filter(({ offset, length }) => offset >= from && offset + length <= to && length > 0);
	for (let entity = rest[0]; entity; entity = rest[0]) {
		const end = entity.offset + entity.length;
		const inner = rest.slice(1).filter(({ offset }) => offset < end);
		const { offset } = entity;
		nodes.push(text.slice(at, offset));
		nodes.push({ entity, text: text.slice(offset, end), nodes: nodesWithin(text, inner, offset, end) });
		at = end;
		rest = rest.slice(1).filter((other) => other.offset >= end);
	}
	return trimAroundBlocks([...nodes, text.slice(at, to)]);
}

/** A block stands on lines of its own, so the line breaks beside it would show twice. */
function trimAroundBlocks(nodes: readonly TextNode[]): TextNode[] {
	return nodes
		.map((node, index) => {
			if (typeof node !== 'string') {
				return node;
			}
			const before = isBlock(nodes[index - 1]) ? node.replace(/^\n/, '') : node;
			return isBlock(nodes[index + 1]) ? before.replace(/\n$/, '') : before;
		})
		.filter((node) => node !== '');
}

function isBlock(node: TextNode | undefined): boolean {
	return typeof node === 'object' && BLOCKS.has(node.entity.type);
}
