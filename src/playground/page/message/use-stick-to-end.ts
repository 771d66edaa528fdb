import type { Ref } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { MessageView } from '../../page-api/types.ts';
import type { Place } from '../state/use-place.ts';

/** So near the end in pixels one wants to see what comes next. */
const NEAR = 120;

/** Scrolls to a new message: to its beginning where it is long, as one reads from there. */
export function useStickToEnd(messages: readonly MessageView[], { person, chat }: Place): Ref<HTMLDivElement> {
	const list = useRef<HTMLDivElement>(null);
	const isNear = useRef(true);
	const newest = messages.at(-1);
	useEffect(() => {
		const element = list.current;
		const look = (): void => {
			if (element) {
				isNear.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
			}
		};
		element?.addEventListener('scroll', look, { passive: true });
		return () => element?.removeEventListener('scroll', look);
	}, []);
	useLayoutEffect(() => {
		if (list.current && (isNear.current || newest?.person === person)) {
			scrollTo(list.current);
		}
	}, [newest?.id, newest?.text, chat, person]);
	return list;
}

function scrollTo(list: HTMLDivElement): void {
	const last = list.querySelector<HTMLElement>('.message:last-of-type');
	const asked = last?.previousElementSibling;
	list.scrollTop = list.scrollHeight;
	const isTooLong = last && last.offsetHeight > list.clientHeight;
	if (isTooLong) {
		(asked instanceof HTMLElement && asked.offsetHeight < list.clientHeight / 3 ? asked : last).scrollIntoView();
	}
}
