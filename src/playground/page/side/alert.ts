import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Said } from './use-toasts.ts';

/** What the bot wants to be read: it stays until it is closed. */
export function Alert({ said, close }: { said: Said; close: () => void }): VNode {
	const dialog = useRef<HTMLDialogElement>(null);
	useEffect(() => dialog.current?.showModal(), []);
	return html`<dialog ref=${dialog} class="alert" aria-label="Nokori says" onClose=${close}>
		<p>${said.text}</p>
		<form method="dialog"><button type="submit" class="main">OK</button></form>
	</dialog>`;
}
