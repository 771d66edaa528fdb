import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ButtonView, MessageView } from '../../page-api/protocol.ts';
import type { PageContext } from '../state/page-context.ts';
import { isDeepLink, webAddress } from './links.ts';

/** Icons, so that the kinds differ not only by colour. */
const ICONS: Partial<Record<ButtonView['kind'], string>> = { url: '↗', copy: ' ', inline: '⤴', 'inline-chosen': '⤴' };

/** The buttons under a message: the rows after those inside a rich message. */
export function Keyboard({ page, message }: { page: PageContext; message: MessageView }): VNode | null {
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
							html`<${MessageButton} page=${page} message=${message} button=${button} row=${message.richRows + index} column=${column} />`,
					)}
				</div>`,
		)}
	</div>`;
}

type Props = { page: PageContext; message: MessageView; button: ButtonView; row: number; column: number };

/** Is a link, if it opens a page on the web. */
export function MessageButton({ page, message, button, row, column }: Props): VNode {
	const [isBusy, setBusy] = useState(false);
	const { text, kind, value } = button;
	const address = kind === 'url' && !isDeepLink(value, page.state.bot) ? webAddress(value) : undefined;
	const mark = ICONS[kind];
	const label = html`<span>${text}</span>${mark && !text.endsWith(mark) && html`<span class=${`mark ${kind}`} aria-hidden="true">${mark}</span>`}`;
	if (address !== undefined) {
		return html`<a class="key" title=${text} href=${address} target="_blank" rel="noopener noreferrer">${label}</a>`;
	}
	const press = async (): Promise<void> => {
		setBusy(true);
		await page.actions.press(message, button, { row, column });
		setBusy(false);
	};
	return html`<button
		type="button"
		class=${isBusy ? 'key busy' : 'key'}
		title=${text}
		disabled=${kind === 'disabled'}
		aria-busy=${isBusy}
		onClick=${press}
	>
		${label}
	</button>`;
}
