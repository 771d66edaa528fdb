import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { type MutableRef, useState } from 'preact/hooks';
import type { MessageView } from '../../page-api/protocol.ts';
import type { PageContext } from '../state/page-context.ts';
import { type Photo, photoUrl } from './photo.ts';
import { Suggestions, useSuggestions } from './suggestions.ts';
import { Toolbar } from './toolbar.ts';

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
	const [photo, setPhoto] = useState<Photo>();
	const { suggestions, dismiss } = useSuggestions(page, text);
	const chosen = suggestions[active];
	const type = (words: string): void => {
		setText(words);
		setActive(-1);
	};
	const submit = (event: Event): void => {
		event.preventDefault();
		if (photo) {
			void page.actions.post(photo, { caption: text.trim(), replyTo: replyTo?.id });
			setPhoto(undefined);
		} else if (chosen) {
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
	const attach = (next: Photo): void => {
		setPhoto(next);
		box.current?.focus();
	};
	const postMedia = (kind: 'sticker' | 'voice' | 'place'): void => {
		void page.actions.post({ kind }, { replyTo: replyTo?.id });
		endReply();
	};
	return html`<form class="composer" aria-label="Write a message" onSubmit=${submit}>
		<${Suggestions} suggestions=${suggestions} active=${active} onChosen=${() => type('')} box=${box} />
		<${Toolbar} page=${page} attach=${attach} post=${postMedia} />
		${replyTo && html`<${ReplyBar} message=${replyTo} end=${endReply} />`}
		${photo && html`<${PhotoBar} photo=${photo} remove=${() => setPhoto(undefined)} />`}
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
				placeholder=${photo ? 'A caption, or nothing' : 'Message, /command or @bot'}
				maxlength=${photo ? 1024 : 4096}
				value=${text}
				onInput=${(event: Event & { currentTarget: HTMLInputElement }) => type(event.currentTarget.value)}
				onKeyDown=${onKey}
			/>
			<button type="submit" class="send" aria-label="Send" title="Send" disabled=${text.trim() === '' && !photo}><span aria-hidden="true">➤</span></button>
		</div>
	</form>`;
}

function ReplyBar({ message, end }: { message: MessageView; end: () => void }): VNode {
	return html`<div class="reply-bar">
		<p><strong>Reply to ${message.from}</strong> <span>${message.text.slice(0, 80)}</span></p>
		<button type="button" class="icon" aria-label="Do not reply" title="Do not reply" onClick=${end}><span aria-hidden="true">✕</span></button>
	</div>`;
}

function PhotoBar({ photo, remove }: { photo: Photo; remove: () => void }): VNode {
	return html`<div class="reply-bar">
		<img src=${photoUrl(photo)} alt="" height="40" />
		<p><strong>Photo</strong> <span>· add a caption</span></p>
		<button type="button" class="icon" aria-label="Remove the photo" title="Remove the photo" onClick=${remove}><span aria-hidden="true">✕</span></button>
	</div>`;
}
