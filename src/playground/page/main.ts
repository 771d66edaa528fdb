import { html, render } from 'htm/preact';
import type { VNode } from 'preact';
import { Layout } from './layout.ts';
import { usePlaygroundState } from './state/use-playground-state.ts';

/** Waits for the first state, and says when the server is not reachable. */
function App(): VNode {
	const { state, isReached, loadOlder } = usePlaygroundState();
	return html`
		<div role="status">${!isReached && html`<p class="away">The playground is not reachable. As soon as it runs again, this page goes on by itself.</p>`}</div>
		${
			state
				? html`<${Layout} state=${state} loadOlder=${loadOlder} />`
				: html`<p class="starting">The playground is starting…</p>`
		}
	`;
}

const root = document.getElementById('app');
if (root) {
	root.replaceChildren();
	render(html`<${App} />`, root);
}
