import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

export type EntryProps = {
	arrow: string;
	direction: string;
	name: string;
	milliseconds: number | undefined;
	json: unknown;
	error?: string | undefined;
};

/** One update or call; its JSON is drawn when it is opened. */
export function Entry({ arrow, direction, name, milliseconds, json, error }: EntryProps): VNode {
	const [isOpen, setOpen] = useState(false);
	const toggle = ({ currentTarget }: Event & { currentTarget: HTMLDetailsElement }): void =>
		setOpen(currentTarget.open);
	return html`<details class=${error === undefined ? 'entry' : 'entry failed'} onToggle=${toggle}>
		<summary>
			<span aria-hidden="true">${arrow}</span><span class="hidden">${direction}: </span>
			<span class="name">${name}</span>
			${milliseconds !== undefined && html`<span class="faint">${Math.round(milliseconds)} ms</span>`}
		</summary>
		${error !== undefined && html`<p class="error">${error}</p>`}
		${isOpen && html`<pre>${JSON.stringify(json, null, 2)}</pre>`}
	</details>`;
}
