import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { ButtonView, MessageView } from '../../page-api/protocol.ts';
import type { Desk } from '../state/types.ts';
import { isDeepLink, webAddress } from './links.ts';

type Props = { desk: Desk; message: MessageView; button: ButtonView; row: number; column: number };

/** What a kind of button does, for those who see no colours. */
const MARKS: Partial<Record<ButtonView['kind'], string>> = { url: '↗', copy: ' ', inline: '⤴', 'inline-chosen': '⤴' };

/** A button of a message. One that opens a page elsewhere is a link. */
export function Key({ desk, message, button, row, column }: Props): VNode {
	const [isBusy, setBusy] = useState(false);
	const { text, kind, value } = button;
	const address = kind === 'url' && !isDeepLink(value, desk.state.bot) ? webAddress(value) : undefined;
	const mark = MARKS[kind];
	const label = html`<span>${text}</span>${mark && !text.endsWith(mark) && html`<span class=${`mark ${kind}`} aria-hidden="true">${mark}</span>`}`;
	if (address !== undefined) {
		return html`<a class="key" href=${address} target="_blank" rel="noopener noreferrer">${label}</a>`;
	}
	const press = async (): Promise<void> => {
		setBusy(true);
		await desk.press(message, button, { row, column });
		setBusy(false);
	};
	return html`<button
		type="button"
		class=${isBusy ? 'key busy' : 'key'}
		disabled=${kind === 'disabled'}
		aria-busy=${isBusy}
		onClick=${press}
	>
		${label}
	</button>`;
}
