import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { type MutableRef, useState } from 'preact/hooks';
import type { MessageView } from '../../page-api/protocol.ts';
import type { PageContext } from '../state/page-context.ts';
import { Suggestions, useSuggestions } from './suggestions.ts';

type Props = {
	page: PageContext;
	box: MutableRef<HTMLInputElement | null>;
	text: string;
	setText: (text: string) => void;
	replyTo: MessageView | undefined;
	endReply: () => void;
};

/** The box: Enter sends, the arrow keys go through the suggestions. */
export function MessageForm({ page, box, text, setText, replyTo, endReply }: Props): VNode {
	const [active, setActive] = useState(-1);
	const { suggestions, dismiss } = useSuggestions(page, text);
	const chosen = suggestions[active];
	const type = (words: string): void => {
		setText(words);
		setActive(-1);
	};
	const submit = (event: Event): void => {
		event.preventDefault();
		if (chosen) {
			chosen.choose();
		} else if (text.trim() !== '') {
			void page.actions.write(text, { replyTo: replyTo?.id });
		} else {
			return;
		}
		type('');
		endReply();
	};
	const onKey = (event: KeyboardEvent): void => {
		// These keys belong to the input method of Chinese or Japanese.
		if (event.isComposing) {
			return;
		}
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step !== undefined && suggestions.length > 0) {
			event.preventDefault();
			setActive((active + step + suggestions.length + (active < 0 && step < 0 ? 1 : 0)) % suggestions.length);
		} else if (event.key === 'Tab' && !event.shiftKey && chosen?.complete !== undefined) {
			event.preventDefault();
			type(chosen.complete);
		} else if (event.key === 'Escape') {
			dismiss();
			setActive(-1);
			endReply();
		}
	};
	return html`<form class="composer" aria-label="Write a message" onSubmit=${submit}>
		<${Suggestions} suggestions=${suggestions} active=${active} onChosen=${() => type('')} box=${box} />
		${replyTo && html`<${ReplyBar} message=${replyTo} end=${endReply} />`}
		<div class="line">
			<input
				ref=${box}
				type="text"
				role="combobox"
				autocomplete="off"
				enterkeyhint="send"
				aria-label="Message"
				aria-autocomplete="list"
				aria-expanded=${suggestions.length > 0}
				aria-controls="suggestions"
				aria-activedescendant=${chosen ? `suggestion-${active}` : undefined}
				placeholder="Message, /command or @bot"
				maxlength="4096"
				value=${text}
				onInput=${(event: Event & { currentTarget: HTMLInputElement }) => type(event.currentTarget.value)}
				onKeyDown=${onKey}
			/>
			<button type="submit" class="send" aria-label="Send" disabled=${text.trim() === ''}><span aria-hidden="true">➤</span></button>
		</div>
	</form>`;
}

function ReplyBar({ message, end }: { message: MessageView; end: () => void }): VNode {
	return html`<div class="reply-bar">
		<p><strong>Reply to ${message.from}</strong> <span>${message.text.slice(0, 80)}</span></p>
		<button type="button" class="icon" aria-label="Do not reply" onClick=${end}><span aria-hidden="true">✕</span></button>
	</div>`;
}
