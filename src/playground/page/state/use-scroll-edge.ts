import { useState } from 'preact/hooks';

export const SCROLL_EDGES = ['start', 'end'] as const;
/** Which end of a long answer is shown when it comes. */
export type ScrollEdge = (typeof SCROLL_EDGES)[number];

const STORAGE_KEY = 'nokori-scroll';

/** The choice outlives a reload. */
export function useScrollEdge(): [ScrollEdge, (edge: ScrollEdge) => void] {
	const [edge, setEdge] = useState<ScrollEdge>(() => (localStorage.getItem(STORAGE_KEY) === 'end' ? 'end' : 'start'));
	const keep = (next: ScrollEdge): void => {
		localStorage.setItem(STORAGE_KEY, next);
		setEdge(next);
	};
	return [edge, keep];
}
