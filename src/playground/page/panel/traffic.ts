import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { CallView, UpdateView } from '../../page-api/protocol.ts';
import { readRefusal } from './refusal.ts';

type EntryProps = {
	id: string;
	at: number;
	arrow: string;
	direction: string;
	name: string;
	milliseconds: number | undefined;
	json: unknown;
	error?: string | undefined;
};

/** Updates to the bot and its calls, newest first. */
export function Traffic({ updates, calls }: { updates: UpdateView[]; calls: CallView[] }): VNode {
	const entries = [...updates.map(fromUpdate), ...calls.map(fromCall)].toSorted((one, other) => other.at - one.at);
	return html`<section aria-label="Updates and calls">
		<h3>Updates and calls</h3>
		${entries.length === 0 && html`<p class="faint">Nothing yet.</p>`}
		<ol class="traffic">
			${entries.map((entry) => html`<li key=${entry.id}><${Entry} ...${entry} /></li>`)}
		</ol>
	</section>`;
}

function fromUpdate({ id, update, milliseconds, at }: UpdateView): EntryProps {
	const name = Object.keys(update as object).find((key) => key !== 'update_id') ?? 'update';
	return { id: `update-${id}`, arrow: '→', direction: 'to the bot', name, milliseconds, json: update, at };
}

function fromCall({ id, method, milliseconds, params, result, error, at }: CallView): EntryProps {
	const json = error === undefined ? { params, result } : { params, error };
	return { id: `call-${id}`, arrow: '←', direction: 'from the bot', name: method, milliseconds, json, error, at };
}

/** One update or call. Its JSON is rendered only when it is opened. */
function Entry({ arrow, direction, name, milliseconds, json, error }: EntryProps): VNode {
	const [isOpen, setOpen] = useState(false);
	const toggle = ({ currentTarget }: Event & { currentTarget: HTMLDetailsElement }): void =>
		setOpen(currentTarget.open);
	const refusal = error === undefined ? undefined : readRefusal(error);
	return html`<details class=${refusal?.isHarmless === false ? 'entry failed' : 'entry'} onToggle=${toggle}>
		<summary>
			<span aria-hidden="true">${arrow}</span><span class="hidden">${direction}: </span>
			<span class="name">${name}</span>
			${milliseconds !== undefined && html`<span class="faint">${Math.round(milliseconds)} ms</span>`}
			${refusal && html`<span class="why">${refusal.text}</span>`}
		</summary>
		${isOpen && html`<pre>${JSON.stringify(json, null, 2)}</pre>`}
	</details>`;
}
