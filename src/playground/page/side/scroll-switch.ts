import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { SCROLL_EDGES, type ScrollEdge } from '../state/use-scroll-edge.ts';

type Props = { edge: ScrollEdge; setEdge: (edge: ScrollEdge) => void };

/** Clients of Telegram end at a message's end, where a long answer shows nothing but its buttons. */
export function ScrollSwitch({ edge, setEdge }: Props): VNode {
	return html`<fieldset class="setting" title="Which end of a long answer is shown when it comes">
		<legend>Scroll:</legend>
		${SCROLL_EDGES.map(
			(value) =>
				html`<label><input type="radio" name="scroll" value=${value} checked=${value === edge} onChange=${() => setEdge(value)} /> ${value}</label>`,
		)}
	</fieldset>`;
}
