import type { RichBlock, RichBlockTableCell } from 'grammy/types';
import { html } from 'htm/preact';
import type { Drawn } from './formatted.ts';
import type { RichContext } from './rich-blocks.ts';
import { drawRichText } from './rich-text.ts';

type Table = Extract<RichBlock, { type: 'table' }>;

/** A wide table is scrolled for itself, also with the keyboard. */
export function drawRichTable({ cells, caption }: Table, context: RichContext): Drawn {
	return html`<div class="table" role="group" aria-label="Table" tabindex="0">
		<table>
			${caption !== undefined && html`<caption>${drawRichText(caption, context)}</caption>`}
			<tbody>
				${cells.map((row) => html`<tr>${row.map((cell) => drawCell(cell, context))}</tr>`)}
			</tbody>
		</table>
	</div>`;
}

function drawCell({ text, is_header, colspan, rowspan, align }: RichBlockTableCell, context: RichContext): Drawn {
	return html`<${is_header ? 'th' : 'td'} class=${align} colspan=${colspan ?? 1} rowspan=${rowspan ?? 1}>
		${drawRichText(text, context)}
	<//>`;
}
