/** Whether one letter was added, left out, replaced, or swapped with its neighbour. The same word is no typo. */
export function isTypo(word: string, right: string): boolean {
	if (word === right || Math.abs(word.length - right.length) > 1) {
		return false;
	}
	let start = 0;
	while (start < word.length && word[start] === right[start]) {
		start += 1;
	}
	const isSwapped =
		word[start] === right[start + 1] &&
		word[start + 1] === right[start] &&
		word.slice(start + 2) === right.slice(start + 2);
	return (
		word.slice(start + 1) === right.slice(start + 1) ||
		word.slice(start + 1) === right.slice(start) ||
		word.slice(start) === right.slice(start + 1) ||
		isSwapped
	);
}
