import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';

export function Spoiler({ children }: { children?: ComponentChildren }): VNode {
	const [isOpen, setOpen] = useState(false);
	return isOpen
		? html`<span>${children}</span>`
		: html`<button type="button" class="spoiler" onClick=${() => setOpen(true)}>Hidden: show</button>`;
}
