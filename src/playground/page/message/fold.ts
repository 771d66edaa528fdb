import { html } from 'htm/preact';
import type { ComponentChildren, VNode } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** An expandable quote: three lines, and the rest on a tap. What gets the focus is never left folded away. */
export function Fold({ children }: { children?: ComponentChildren }): VNode {
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
