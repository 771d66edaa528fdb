import { html } from 'htm/preact';
import type { VNode } from 'preact';

export function Typing(): VNode {
	return html`<p class="typing"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> Nokori is typing…</p>`;
}
