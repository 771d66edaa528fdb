import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** As in narrow.css. */
const NARROW = '(max-width: 719px)';
const KEY = 'nokori-panel';

type Drawer = { isOpen: boolean; toggle: () => void; close: () => void; element: RefObject<HTMLDivElement> };

/** The chats on a narrow screen: the focus goes in and comes back, Escape closes. */
export function useDrawer(): Drawer {
	const [isOpen, setOpen] = useState(false);
	const element = useRef<HTMLDivElement>(null);
	const opener = useRef<Element | null>(null);
	const close = (): void => setOpen(false);
	useEffect(() => {
		if (isOpen) {
			element.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
		} else if (opener.current instanceof HTMLElement) {
			opener.current.focus();
		}
		const onKey = ({ key }: KeyboardEvent): void => (key === 'Escape' ? close() : undefined);
		const narrow = matchMedia(NARROW);
		document.addEventListener('keydown', onKey);
		narrow.addEventListener('change', close);
		return () => {
			document.removeEventListener('keydown', onKey);
			narrow.removeEventListener('change', close);
		};
	}, [isOpen]);
	const toggle = (): void => {
		opener.current = document.activeElement;
		setOpen(!isOpen);
	};
	return { isOpen, toggle, close, element };
}

/** Whether the side panel is open, which is remembered. */
export function usePanel(): { isOpen: boolean; toggle: () => void } {
	const [isOpen, setOpen] = useState(() => localStorage.getItem(KEY) === 'open');
	const toggle = (): void => {
		localStorage.setItem(KEY, isOpen ? 'closed' : 'open');
		setOpen(!isOpen);
	};
	return { isOpen, toggle };
}
