import { useState } from 'preact/hooks';
import type { InlineView } from '../../page-api/protocol.ts';
import type { Desk } from '../state/types.ts';
import type { Suggestion } from './suggestions.ts';
import { useInline } from './use-inline.ts';

/** What can follow what is in the box: the bot's own commands after "/", results after "@bot ". */
export function useSuggestions(desk: Desk, text: string): { suggestions: Suggestion[]; dismiss: () => void } {
	const [dismissed, setDismissed] = useState('');
	const inline = useInline(desk, text);
	const found = inline ? fromInline(desk, inline) : fromCommands(desk, text);
	return { suggestions: text === dismissed ? [] : found, dismiss: () => setDismissed(text) };
}

/** In a group a command is addressed, as Telegram does when it is picked from the list. */
function fromCommands(desk: Desk, text: string): Suggestion[] {
	const { state, place } = desk;
	const typed = /^\/(\w*)$/.exec(text)?.[1]?.toLowerCase();
	if (typed === undefined) {
		return [];
	}
	const address = place.chat.startsWith('private:') ? '' : `@${state.bot}`;
	const commands = state.commands[`${place.chat} ${place.person}`] ?? [];
	return commands
		.filter(({ command }) => command.startsWith(typed))
		.map(({ command, description }) => ({
			title: `/${command}`,
			description,
			complete: `/${command}${address} `,
			choose: () => void desk.write(`/${command}${address}`),
		}));
}

function fromInline(desk: Desk, { results, button }: InlineView): Suggestion[] {
	const above: Suggestion[] = button
		? [{ title: button.text, description: undefined, choose: () => void desk.start(button.payload) }]
		: [];
	return [
		...above,
		...results.map(({ id, title, description }) => ({ title, description, choose: () => void desk.choose(id) })),
	];
}
