import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { PlaygroundState } from '../page-api/protocol.ts';
import { Room } from './room.ts';
import { usePlayground } from './state/use-playground.ts';

/** Waits for the first state, and says when the server is gone. */
export function App(): VNode {
	const { state, isReached, loadOlder } = usePlayground();
	return html`
		<div role="status">${!isReached && html`<p class="away">The playground is not reachable. As soon as it runs again, this page goes on by itself.</p>`}</div>
		${
			state
				? html`<${Room} state=${state satisfies PlaygroundState} loadOlder=${loadOlder} />`
				: html`<p class="starting">The playground is starting…</p>`
		}
	`;
}
