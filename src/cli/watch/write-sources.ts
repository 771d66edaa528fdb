import { isScalar, parseDocument, type Scalar, visit, type YAMLMap } from 'yaml';
import type { Source } from '../../catalogue/schema.ts';
import { keyOf } from './claims.ts';

type Edit = { from: number; to: number; text: string };

/**
 * Says in a knowledge file that sources were read, and how. Only the words behind `checked` and `read` change: comments,
 * order and quotation marks stay. A source that was read live before is not made a copy by reading a copy.
 * @param text the file
 * @param keys which sources, as `keyOf` writes them
 * @param how what to write: the day, and whether the page itself was read
 * @returns the file with the new words
 */
export function raiseSources(text: string, keys: ReadonlySet<string>, how: Pick<Source, 'checked' | 'read'>): string {
	const edits: Edit[] = [];
	visit(parseDocument(text), {
		Map: (_key, map) => {
			const source = scalarsOf(map);
			const isWanted = keys.has(keyOf({ url: wordOf(source['url']), says: wordOf(source['says']) }));
			if (isWanted && !(how.read === 'copy' && wordOf(source['read']) === 'live')) {
				edits.push(...editOf(source['checked'], how.checked), ...editOf(source['read'], how.read));
			}
		},
	});
	return edits
		.sort((a, b) => b.from - a.from)
		.reduce((whole, { from, to, text: words }) => `${whole.slice(0, from)}${words}${whole.slice(to)}`, text);
}

function scalarsOf(map: YAMLMap): Record<string, Scalar | undefined> {
	return Object.fromEntries(
		map.items.flatMap(({ key, value }) => (isScalar(key) && isScalar(value) ? [[String(key.value), value]] : [])),
	);
}

function wordOf(scalar: Scalar | undefined): string {
	return String(scalar?.value ?? '');
}

/** Replaces a word by another in the same quotation marks. */
function editOf(scalar: Scalar | undefined, word: string): Edit[] {
	const [from, to] = scalar?.range ?? [];
	if (!scalar || from === undefined || to === undefined || wordOf(scalar) === word) {
		return [];
	}
	const mark = { QUOTE_DOUBLE: '"', QUOTE_SINGLE: "'" }[String(scalar.type)] ?? '';
	return [{ from, to, text: `${mark}${word}${mark}` }];
}
