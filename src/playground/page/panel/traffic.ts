import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { CallView, UpdateView } from '../../page-api/protocol.ts';
import { Entry, type EntryProps } from './entry.ts';

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

function fromUpdate({ id, update, milliseconds, at }: UpdateView): EntryProps & { id: string; at: number } {
	const name = Object.keys(update as object).find((key) => key !== 'update_id') ?? 'update';
	return { id: `update-${id}`, arrow: '→', direction: 'to the bot', name, milliseconds, json: update, at };
}

function fromCall({
	id,
	method,
	milliseconds,
	params,
	result,
	error,
	at,
}: CallView): EntryProps & { id: string; at: number } {
	const json = error === undefined ? { params, result } : { params, error };
	return { id: `call-${id}`, arrow: '←', direction: 'from the bot', name: method, milliseconds, json, error, at };
}
