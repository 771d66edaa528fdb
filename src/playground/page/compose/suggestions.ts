import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { type MutableRef, useEffect, useRef, useState } from 'preact/hooks';
import type { InlineView } from '../../page-api/protocol.ts';
import type { PageContext } from '../state/page-context.ts';
import { useInlineQuery } from './use-inline-query.ts';

type Suggestion = {
	title: string;
	description: string | undefined;
	choose: () => void;
	/** Tab puts this into the box, so that more words can follow. */
	complete?: string;
};

type Props = {
	suggestions: Suggestion[];
	active: number;
	onChosen: () => void;
	box: MutableRef<HTMLInputElement | null>;
};

/** The list over the box. The focus stays in the box (the combobox pattern of ARIA). */
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

/** Commands of the bot after "/", and inline results after "@bot ". */
export function useSuggestions(page: PageContext, text: string): { suggestions: Suggestion[]; dismiss: () => void } {
	const [dismissed, setDismissed] = useState('');
	const inline = useInlineQuery(page, text);
	const found = inline ? fromInline(page, inline) : fromCommands(page, text);
	return { suggestions: text === dismissed ? [] : found, dismiss: () => setDismissed(text) };
}

/** In groups, clients of Telegram add the name of the bot to a chosen command. */
function fromCommands(page: PageContext, text: string): Suggestion[] {
	const { state, current } = page;
	const typed = /^\/(\w*)$/.exec(text)?.[1]?.toLowerCase();
	if (typed === undefined) {
		return [];
	}
	const address = current.chat.startsWith('private:') ? '' : `@${state.bot}`;
	const commands = state.commands[`${current.chat} ${current.person}`] ?? [];
	return commands
		.filter(({ command }) => command.startsWith(typed))
		.map(({ command, description }) => ({
			title: `/${command}`,
			description,
			complete: `/${command}${address} `,
			choose: () => void page.actions.write(`/${command}${address}`),
		}));
}

function fromInline(page: PageContext, { results, button }: InlineView): Suggestion[] {
	const above: Suggestion[] = button
		? [{ title: button.text, description: undefined, choose: () => void page.actions.start(button.payload) }]
		: [];
	return [
		...above,
		...results.map(({ id, title, description }) => ({
			title,
			description,
			choose: () => void page.actions.choose(id),
		})),
	];
}
