import { html } from 'htm/preact';
import type { VNode } from 'preact';

type Props = { text: string; isBlock?: boolean; copy: (text: string) => Promise<void> };

/** A tap copies it. */
export function Code({ text, isBlock = false, copy }: Props): VNode {
	return html`<button type="button" class=${isBlock ? 'code block' : 'code'} title="Copy" onClick=${() => copy(text)}>
		<code>${text}</code>
	</button>`;
}
