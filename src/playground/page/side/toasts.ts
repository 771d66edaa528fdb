import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Said } from './use-toasts.ts';

/** Short words that go by themselves. */
export function Toasts({ said, dismiss }: { said: Said[]; dismiss: (id: string) => void }): VNode {
	return html`<div class="toasts" role="status" aria-label="Notices">
		${said.map(
			({ id, text }) =>
				html`<p key=${id} class="toast">
					<span>${text}</span>
					<button type="button" aria-label="Dismiss" onClick=${() => dismiss(id)}><span aria-hidden="true">✕</span></button>
				</p>`,
		)}
	</div>`;
}
