import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Desk } from '../state/types.ts';
import { ClockSwitch } from './clock-switch.ts';
import { Knowledge } from './knowledge.ts';
import { Traffic } from './traffic.ts';

/** What a maintainer wants to know: where the answer comes from, how long it took, and what was said to Telegram. */
export function Panel({ desk, close }: { desk: Desk; close: () => void }): VNode {
	return html`<aside id="panel" class="panel" aria-label="Under the hood">
		<div class="panel-top">
			<h2>Under the hood</h2>
			<button type="button" class="icon" aria-label="Close the side panel" onClick=${close}><span aria-hidden="true">✕</span></button>
		</div>
		<${ClockSwitch} desk=${desk} />
		<${Knowledge} knowledge=${desk.state.knowledge} />
		<${Traffic} updates=${desk.state.updates} calls=${desk.state.calls} />
	</aside>`;
}
