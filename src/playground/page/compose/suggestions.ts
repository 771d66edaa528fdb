import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { type MutableRef, useEffect, useRef } from 'preact/hooks';

export type Suggestion = {
	title: string;
	description: string | undefined;
	choose: () => void;
	/** What Tab writes into the box instead, where words can follow. */
	complete?: string;
};

type Props = {
	suggestions: Suggestion[];
	active: number;
	onChosen: () => void;
	box: MutableRef<HTMLInputElement | null>;
};

/** Commands or inline results over the box. The focus stays in the box, as in any combobox. */
export function Suggestions({ suggestions, active, onChosen, box }: Props): VNode {
	const list = useRef<HTMLUListElement>(null);
	useEffect(() => list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }), [active]);
	const choose = (suggestion: Suggestion): void => {
		suggestion.choose();
		onChosen();
		box.current?.focus();
	};
	return html`<ul id="suggestions" ref=${list} role="listbox" aria-label="Suggestions" class="suggestions" hidden=${suggestions.length === 0}>
		${suggestions.map(
			(suggestion, index) =>
				html`<li
					id=${`suggestion-${index}`}
					role="option"
					aria-selected=${index === active}
					onMouseDown=${(event: Event) => event.preventDefault()}
					onClick=${() => choose(suggestion)}
				>
					<strong>${suggestion.title}</strong>
					${suggestion.description !== undefined && html`<span>${suggestion.description}</span>`}
				</li>`,
		)}
	</ul>`;
}
