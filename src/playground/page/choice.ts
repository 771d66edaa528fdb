import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export type ChoiceItem = {
	text: string;
	/** Small, beside the text. */
	note?: string;
	/** The language of the text, if it is not that of the page. */
	lang?: string;
	isCurrent?: boolean;
	choose: () => void;
};

type Props = { title: string; items: ChoiceItem[]; close: () => void };

/** A dialog with a list to choose from. Escape and a tap beside it close it. */
export function Choice({ title, items, close }: Props): VNode {
	const dialog = useRef<HTMLDialogElement>(null);
	useLayoutEffect(() => dialog.current?.showModal(), []);
	const choose = (item: ChoiceItem): void => {
		// Closed first: it gives the focus back, and the choice may move it on.
		dialog.current?.close();
		item.choose();
	};
	const closeFromBeside = ({ target }: Event): void => {
		if (target === dialog.current) {
			dialog.current?.close();
		}
	};
	return html`<dialog ref=${dialog} class="alert" aria-labelledby="choice" onClose=${close} onClick=${closeFromBeside}>
		<h2 id="choice">${title}</h2>
		<ul class="examples">
			${items.map(
				(item) => html`<li>
					<button type="button" lang=${item.lang} aria-current=${item.isCurrent ? 'true' : undefined} onClick=${() => choose(item)}>
						<span>${item.text}</span>${item.note !== undefined && html`<small>${item.note}</small>`}
					</button>
				</li>`,
			)}
		</ul>
		<form method="dialog"><button type="submit">Cancel</button></form>
	</dialog>`;
}
