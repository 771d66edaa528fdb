import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MessageView } from '../../page-api/protocol.ts';

/** So near the end in pixels one wants to see what comes next. */
const NEAR = 120;

type Stuck = {
	list: RefObject<HTMLDivElement>;
	/** Something came that is out of sight. */
	hasNew: boolean;
	toEnd: () => void;
};

/** Scrolls to a new message, unless somebody reads what is far above it. */
export function useStickToEnd(messages: readonly MessageView[], person: string): Stuck {
	const list = useRef<HTMLDivElement>(null);
	const isNear = useRef(true);
	const [hasNew, setNew] = useState(false);
	const newest = messages.at(-1);
	const toEnd = (): void => {
		setNew(false);
		if (list.current) {
			showNewest(list.current);
		}
	};
	useEffect(() => {
		const element = list.current;
		const look = (): void => {
			isNear.current = element !== null && element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
			setNew((old) => old && !isNear.current);
		};
		element?.addEventListener('scroll', look, { passive: true });
		return () => element?.removeEventListener('scroll', look);
	}, []);
	const isFirst = useRef(true);
	useLayoutEffect(() => {
		if (isNear.current || newest?.person === person) {
			toEnd();
		} else {
			setNew(!isFirst.current);
		}
		isFirst.current = false;
	}, [newest?.id]);
	useLayoutEffect(() => (isNear.current ? toEnd() : undefined), [newest?.text]);
	useKeepPlace(list, messages[0]?.id);
	return { list, hasNew, toEnd };
}

/** To the beginning of a message that is longer than the screen, as one reads from there; else to the end. */
function showNewest(list: HTMLDivElement): void {
	const last = list.querySelector<HTMLElement>('.message:last-of-type');
	const asked = last?.previousElementSibling;
	list.scrollTop = list.scrollHeight;
	if (last && last.offsetHeight > list.clientHeight) {
		const isShort = asked instanceof HTMLElement && asked.offsetHeight < list.clientHeight / 3;
		(isShort ? asked : last).scrollIntoView();
	}
}

/** What one reads stays where it is when earlier messages come in above it. */
function useKeepPlace(list: RefObject<HTMLDivElement>, first: number | undefined): void {
	const before = useRef({ first, height: 0 });
	useLayoutEffect(() => {
		const height = list.current?.scrollHeight ?? 0;
		if (list.current && before.current.first !== first && before.current.first !== undefined) {
			list.current.scrollTop += height - before.current.height;
		}
		before.current = { first, height };
	});
}
