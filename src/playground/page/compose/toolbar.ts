import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Choice, type ChoiceItem } from '../choice.ts';
import { exampleItems } from '../message/examples.ts';
import type { PageContext } from '../state/page-context.ts';
import { type Photo, readPhoto, samplePhoto } from './photo.ts';

type Props = {
	page: PageContext;
	/** Takes a photo, for which a caption can be written. */
	attach: (photo: Photo) => void;
	/** Sends what has no caption. */
	post: (kind: 'sticker' | 'voice' | 'place') => void;
};

/** What can be sent beside own words: a question to try, or something that is no text. */
export function Toolbar({ page, attach, post }: Props): VNode {
	const [open, setOpen] = useState<'examples' | 'attach'>();
	const picker = useRef<HTMLInputElement>(null);
	const close = (): void => setOpen(undefined);
	const attachFile = async ({ currentTarget }: Event & { currentTarget: HTMLInputElement }): Promise<void> => {
		const [file] = currentTarget.files ?? [];
		// The same file can be chosen again.
		const read = file && readPhoto(file);
		currentTarget.value = '';
		await read?.then(attach, (error: Error) => page.actions.notify(error.message));
	};
	const attachItems: ChoiceItem[] = [
		{ text: 'Photo from this device…', choose: () => picker.current?.click() },
		{ text: 'Sample photo', note: 'made by this page', choose: () => attach(samplePhoto()) },
		{ text: 'Sticker', note: '👍', choose: () => post('sticker') },
		{ text: 'Voice message', note: '3 s, silent', choose: () => post('voice') },
		{ text: 'Place', note: 'made up', choose: () => post('place') },
	];
	return html`<div class="toolbar">
		<button type="button" class="icon" onClick=${() => setOpen('examples')}><span aria-hidden="true">💡</span>Examples</button>
		<button type="button" class="icon" onClick=${() => setOpen('attach')}><span aria-hidden="true">📎</span>Attach</button>
		<input ref=${picker} type="file" accept="image/*" aria-label="Photo" hidden onChange=${attachFile} />
		${open === 'examples' && html`<${Choice} title="Questions to try" items=${exampleItems(page)} close=${close} />`}
		${open === 'attach' && html`<${Choice} title="Send what?" items=${attachItems} close=${close} />`}
	</div>`;
}
