import type { RichBlockListItem } from 'grammy/types';
import { html } from 'htm/preact';
import type { Drawn } from './formatted.ts';
import { drawRichBlocks, type RichContext } from './rich-blocks.ts';

/** Numbers are Telegram's own, which need not begin with 1. */
export function drawRichList(items: readonly RichBlockListItem[], context: RichContext): Drawn {
	const first = items[0];
	const drawn = items.map((item) => drawItem(item, context));
	return first && (first.value !== undefined || first.type !== undefined)
		? html`<ol type=${first.type ?? '1'}>${drawn}</ol>`
		: html`<ul class=${first?.has_checkbox ? 'tasks' : ''}>${drawn}</ul>`;
}

function drawItem({ blocks, value, has_checkbox, label }: RichBlockListItem, context: RichContext): Drawn {
	const inner = drawRichBlocks(blocks, context);
	if (has_checkbox) {
		return html`<li><span>${label}</span> ${inner}</li>`;
	}
	return value === undefined ? html`<li>${inner}</li>` : html`<li value=${value}>${inner}</li>`;
}
