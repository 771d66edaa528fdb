import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { MessageView } from '../../page-api/protocol.ts';
import type { Desk } from '../state/types.ts';
import { Key } from './key.ts';

/** The keyboard under a message: the rows after those that are inside it. */
export function Keys({ desk, message }: { desk: Desk; message: MessageView }): VNode | null {
	const rows = message.buttons.slice(message.richRows);
	if (rows.length === 0) {
		return null;
	}
	return html`<div class="keyboard" role="group" aria-label="Buttons">
		${rows.map(
			(buttons, index) =>
				html`<div class="keys">
					${buttons.map(
						(button, column) =>
							html`<${Key} desk=${desk} message=${message} button=${button} row=${message.richRows + index} column=${column} />`,
					)}
				</div>`,
		)}
	</div>`;
}
