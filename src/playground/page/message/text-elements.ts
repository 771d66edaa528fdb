import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

type CodeProps = { text: string; isBlock?: boolean; copy: (text: string) => Promise<void> };

/** Text that a tap copies. */
export function Code({ text, isBlock = false, copy }: CodeProps): VNode {
	return html`<button type="button" class=${isBlock ? 'code block' : 'code'} title="Copy" onClick=${() => copy(text)}>
		<code>${text}</code>
	</button>`;
}

export function Spoiler({ children }: { children?: ComponentChildren }): VNode {
	const [isOpen, setOpen] = useState(false);
	return isOpen
		? html`<span>${children}</span>`
		: html`<button type="button" class="spoiler" onClick=${() => setOpen(true)}>Hidden: show</button>`;
}

/** Shows three lines, and the rest on a tap or when something inside it gets the focus. */
export function ExpandableQuote({ children }: { children?: ComponentChildren }): VNode {
	const [isOpen, setOpen] = useState(false);
	const [isLong, setLong] = useState(true);
	const id = useId();
	const inner = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		const { scrollHeight = 0, clientHeight = 0 } = inner.current ?? {};
		setLong((old) => (isOpen ? old : scrollHeight > clientHeight + 4));
	}, [children, isOpen]);
	const open = (): void => setOpen(true);
	return html`<blockquote class=${isOpen ? 'quote fold open' : 'quote fold'}>
		<div id=${id} ref=${inner} class="folded" onFocusIn=${open}>${children}</div>
		${
			isLong &&
			html`<button type="button" class="unfold" aria-expanded=${isOpen} aria-controls=${id} onClick=${() => setOpen(!isOpen)}>
				${isOpen ? 'Show less' : 'Show more'}
			</button>`
		}
	</blockquote>`;
}
