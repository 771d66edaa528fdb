/** The newest of something, so many of them. */
export type Newest<T> = { add: (one: T) => void; list: () => T[] };

/** @param length how many are kept */
export function createNewest<T>(length: number): Newest<T> {
	const kept: T[] = [];
	return {
		add: (one) => {
			kept.push(one);
			if (kept.length > length) {
				kept.shift();
			}
		},
		list: () => [...kept],
	};
}
