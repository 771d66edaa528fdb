import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** The same width as in narrow.css. */
const NARROW = '(max-width: 719px)';
const STORAGE_KEY = 'nokori-panel';

type Drawer = { isOpen: boolean; toggle: () => void; close: () => void; element: RefObject<HTMLDivElement> };

/** The drawer with the chats on a narrow screen. It takes the focus and gives it back; Escape closes it. */
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

/** The side panel, whose state outlives a reload. */
export function usePanel(): { isOpen: boolean; toggle: () => void } {
	const [isOpen, setOpen] = useState(() => localStorage.getItem(STORAGE_KEY) === 'open');
	const toggle = (): void => {
		localStorage.setItem(STORAGE_KEY, isOpen ? 'closed' : 'open');
		setOpen(!isOpen);
	};
	return { isOpen, toggle };
}
