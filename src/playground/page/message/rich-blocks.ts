import type { RichBlock, RichText } from 'grammy/types';
import { html } from 'htm/preact';
import type { Desk } from '../state/types.ts';
import { Fold } from './fold.ts';
import type { Drawn } from './formatted.ts';
import { drawRichList } from './rich-list.ts';
import { drawRichTable } from './rich-table.ts';
import { drawRichText } from './rich-text.ts';

/** `button` draws a button of the message, found by its object in the blocks. */
export type RichContext = { desk: Desk; button: (object: object) => Drawn };

export function drawRichBlocks(blocks: readonly RichBlock[], context: RichContext): Drawn[] {
	return blocks.map((block) => drawBlock(block, context));
}

function drawBlock(block: RichBlock, context: RichContext): Drawn {
	const text = (value: RichText | undefined): Drawn | Drawn[] => drawRichText(value, context);
	switch (block.type) {
		case 'heading':
			// The name of the chat is the heading above these, and no level is left out between them.
			return html`<${block.size > 2 ? 'h3' : 'h2'} class=${`size-${block.size}`}>${text(block.text)}<//>`;
		case 'paragraph':
		case 'thinking':
			return html`<p>${text(block.text)}</p>`;
		case 'footer':
			return html`<p class="footer">${text(block.text)}</p>`;
		case 'pre':
			return html`<pre><code>${text(block.text)}</code></pre>`;
		case 'divider':
			return html`<hr />`;
		case 'list':
			return drawRichList(block.items, context);
		case 'table':
			return drawRichTable(block, context);
		case 'details':
			return html`<details open=${block.is_open === true}>
				<summary>${text(block.summary)}</summary>
				${drawRichBlocks(block.blocks, context)}
			</details>`;
		case 'blockquote':
			return html`<blockquote class="quote">${drawRichBlocks(block.blocks, context)}${credit(text(block.credit))}</blockquote>`;
		case 'expandable_blockquote':
			return html`<${Fold}>${text(block.text)}${credit(text(block.credit))}<//>`;
		case 'pullquote':
			return html`<blockquote class="quote">${text(block.text)}${credit(text(block.credit))}</blockquote>`;
		case 'buttons':
			return html`<div class="keys">${block.buttons.map((button) => context.button(button))}</div>`;
		case 'mathematical_expression':
			return html`<p><code>${block.expression}</code></p>`;
		case 'collage':
		case 'slideshow':
			return html`<figure>${drawRichBlocks(block.blocks, context)}<figcaption>${text(block.caption?.text)}</figcaption></figure>`;
		case 'anchor':
			return '';
		default:
			return html`<figure><span class="media">${block.type}</span><figcaption>${text(block.caption?.text)}</figcaption></figure>`;
	}
}

function credit(text: Drawn | Drawn[]): Drawn {
	return text === '' ? '' : html`<footer>— ${text}</footer>`;
}
