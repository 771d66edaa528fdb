import type { RichBlock, RichBlockListItem, RichBlockTableCell, RichText } from 'grammy/types';
import { html } from 'htm/preact';
import type { ButtonView } from '../../page-api/protocol.ts';
import type { PageContext } from '../state/page-context.ts';
import type { Rendered } from './entity-text.ts';
import { WebLink } from './links.ts';
import { Code, ExpandableQuote, Spoiler } from './text-elements.ts';

export type RichContext = {
	page: PageContext;
	/** Renders the button of the message that this object in the blocks stands for. */
	button: (object: object) => Rendered;
};

type Table = Extract<RichBlock, { type: 'table' }>;

/** Styles that are an element of HTML. */
const TAGS: Readonly<Record<string, string>> = {
	bold: 'strong',
	italic: 'em',
	underline: 'u',
	strikethrough: 's',
	subscript: 'sub',
	superscript: 'sup',
	marked: 'mark',
};

/** Fields with buttons, in the order in which the server counts the buttons of a rich message. */
const FIELDS = ['summary', 'text', 'buttons', 'items', 'blocks', 'cells'] as const;
const WITHOUT_BUTTONS: ReadonlySet<unknown> = new Set(['pre', 'pullquote']);

export function renderRichBlocks(blocks: readonly RichBlock[], context: RichContext): Rendered[] {
	return blocks.map((block) => renderBlock(block, context));
}

function renderBlock(block: RichBlock, context: RichContext): Rendered {
	const text = (value: RichText | undefined): Rendered | Rendered[] => renderInline(value, context);
	switch (block.type) {
		case 'heading':
			// h1 is the name of the chat, and no level may be left out below it.
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
			return renderList(block.items, context);
		case 'table':
			return renderTable(block, context);
		case 'details':
			return html`<details open=${block.is_open === true}>
				<summary>${text(block.summary)}</summary>
				${renderRichBlocks(block.blocks, context)}
			</details>`;
		case 'blockquote':
			return html`<blockquote class="quote">${renderRichBlocks(block.blocks, context)}${credit(text(block.credit))}</blockquote>`;
		case 'expandable_blockquote':
			return html`<${ExpandableQuote}>${text(block.text)}${credit(text(block.credit))}<//>`;
		case 'pullquote':
			return html`<blockquote class="quote">${text(block.text)}${credit(text(block.credit))}</blockquote>`;
		case 'buttons':
			return html`<div class="keys">${block.buttons.map((button) => context.button(button))}</div>`;
		case 'mathematical_expression':
			return html`<p><code>${block.expression}</code></p>`;
		case 'collage':
		case 'slideshow':
			return html`<figure>${renderRichBlocks(block.blocks, context)}<figcaption>${text(block.caption?.text)}</figcaption></figure>`;
		case 'anchor':
			return '';
		default:
			return html`<figure><span class="media">${block.type}</span><figcaption>${text(block.caption?.text)}</figcaption></figure>`;
	}
}

function credit(text: Rendered | Rendered[]): Rendered {
	return text === '' ? '' : html`<footer>— ${text}</footer>`;
}

/** Takes the numbers of Telegram, which need not begin with 1. */
function renderList(items: readonly RichBlockListItem[], context: RichContext): Rendered {
	const first = items[0];
	const rendered = items.map((item) => renderListItem(item, context));
	return first && (first.value !== undefined || first.type !== undefined)
		? html`<ol type=${first.type ?? '1'}>${rendered}</ol>`
		: html`<ul class=${first?.has_checkbox ? 'tasks' : ''}>${rendered}</ul>`;
}

function renderListItem({ blocks, value, has_checkbox, label }: RichBlockListItem, context: RichContext): Rendered {
	const inner = renderRichBlocks(blocks, context);
	if (has_checkbox) {
		return html`<li><span>${label}</span> ${inner}</li>`;
	}
	return value === undefined ? html`<li>${inner}</li>` : html`<li value=${value}>${inner}</li>`;
}

/** A wide table scrolls by itself, and with the keyboard too. */
function renderTable({ cells, caption }: Table, context: RichContext): Rendered {
	return html`<div class="table" role="group" aria-label="Table" tabindex="0">
		<table>
			${caption !== undefined && html`<caption>${renderInline(caption, context)}</caption>`}
			<tbody>
				${cells.map((row) => html`<tr>${row.map((cell) => renderCell(cell, context))}</tr>`)}
			</tbody>
		</table>
	</div>`;
}

function renderCell({ text, is_header, colspan, rowspan, align }: RichBlockTableCell, context: RichContext): Rendered {
	return html`<${is_header ? 'th' : 'td'} class=${align} colspan=${colspan ?? 1} rowspan=${rowspan ?? 1}>
		${renderInline(text, context)}
	<//>`;
}

function renderInline(text: RichText | undefined, context: RichContext): Rendered | Rendered[] {
	if (text === undefined || typeof text === 'string') {
		return text ?? '';
	}
	if (Array.isArray(text)) {
		return text.flatMap((part) => renderInline(part, context));
	}
	return renderStyled(text, context);
}

function renderStyled(text: Exclude<RichText, string | RichText[]>, context: RichContext): Rendered {
	switch (text.type) {
		case 'button':
			return context.button(text.button);
		case 'custom_emoji':
			return text.alternative_text;
		case 'mathematical_expression':
			return html`<code>${text.expression}</code>`;
		case 'anchor':
			return '';
		case 'code':
			return html`<${Code} text=${plain(text.text)} copy=${context.page.actions.copy} />`;
		case 'spoiler':
			return html`<${Spoiler}>${renderInline(text.text, context)}<//>`;
		case 'url':
			return html`<${WebLink} url=${text.url}>${renderInline(text.text, context)}<//>`;
		default:
			return html`<${TAGS[text.type] ?? 'span'}>${renderInline(text.text, context)}<//>`;
	}
}

function plain(text: RichText): string {
	if (typeof text === 'string') {
		return text;
	}
	return Array.isArray(text) ? text.map(plain).join('') : 'text' in text ? plain(text.text) : '';
}

type PlacedButton = { button: ButtonView; row: number; column: number };

/** Maps the button objects in the blocks to the buttons of `MessageView.buttons`. */
export function placeButtons(
	blocks: readonly unknown[],
	rows: readonly (readonly ButtonView[])[],
): Map<object, PlacedButton> {
	const placed = rows.flatMap((buttons, row) => buttons.map((button, column) => ({ button, row, column })));
	const found = findButtons(blocks);
	return new Map(found.flatMap((object, index) => (placed[index] ? [[object, placed[index]]] : [])));
}

function findButtons(node: unknown): object[] {
	if (Array.isArray(node)) {
		return node.flatMap(findButtons);
	}
	if (typeof node !== 'object' || node === null) {
		return [];
	}
	const fields = node as Record<string, unknown>;
	if (fields['type'] === 'button') {
		return [fields['button'] as object];
	}
	if (fields['type'] === 'buttons') {
		return fields['buttons'] as object[];
	}
	return WITHOUT_BUTTONS.has(fields['type']) ? [] : FIELDS.flatMap((field) => findButtons(fields[field]));
}
