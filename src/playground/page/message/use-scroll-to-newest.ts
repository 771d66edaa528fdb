import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MessageView } from '../../page-api/protocol.ts';
import type { ScrollEdge } from '../state/use-scroll-edge.ts';

/** Pixels from the end within which a person is following the conversation. */
const NEAR_END = 120;

type Scroll = {
	list: RefObject<HTMLDivElement>;
	/** A new message is out of sight. */
	hasNew: boolean;
	toEnd: () => void;
};

/** Scrolls to a new message, unless the person reads far above it. */
export function useScrollToNewest(messages: readonly MessageView[], person: string, edge: ScrollEdge): Scroll {
	const list = useRef<HTMLDivElement>(null);
	const isNear = useRef(true);
	const [hasNew, setNew] = useState(false);
	const newest = messages.at(-1);
	const toEnd = (): void => {
		setNew(false);
		if (list.current) {
			showNewest(list.current, edge);
			// The event of this scrolling comes later, perhaps behind the next message.
			isNear.current = isNearEnd(list.current);
		}
	};
	useEffect(() => {
		const element = list.current;
		const onScroll = (): void => {
			isNear.current = element !== null && isNearEnd(element);
			setNew((old) => old && !isNear.current);
		};
		element?.addEventListener('scroll', onScroll, { passive: true });
		return () => element?.removeEventListener('scroll', onScroll);
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
	useScrollAnchor(list, messages[0]?.id);
	return { list, hasNew, toEnd };
}

function isNearEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
	return scrollHeight - scrollTop - clientHeight < NEAR_END;
}

/** Scrolls to the end, or to the start of a message that is longer than the screen. */
function showNewest(list: HTMLDivElement, edge: ScrollEdge): void {
	const last = list.querySelector<HTMLElement>('.message:last-of-type');
	const question = last?.previousElementSibling;
	list.scrollTop = list.scrollHeight;
	if (edge === 'start' && last && last.offsetHeight > list.clientHeight) {
		const isShort = question instanceof HTMLElement && question.offsetHeight < list.clientHeight / 3;
		(isShort ? question : last).scrollIntoView();
	}
}

/** Keeps the text in place while earlier messages are added above it. */
function useScrollAnchor(list: RefObject<HTMLDivElement>, first: number | undefined): void {
	const before = useRef({ first, height: 0 });
	useLayoutEffect(() => {
		const height = list.current?.scrollHeight ?? 0;
		if (list.current && before.current.first !== first && before.current.first !== undefined) {
			list.current.scrollTop += height - before.current.height;
		}
		before.current = { first, height };
	});
}
