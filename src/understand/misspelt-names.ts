import MiniSearch from 'minisearch';
import type { Mention, Names } from './names.ts';

/** Shorter names are too like other words: mineo and mines, saily and daily. */
const MIN_FUZZY = 6;

/** Finds misspelt Latin names, one word at a time. */
export function createMisspelt({ byName }: Names): (text: string) => Mention | undefined {
	const names = [...byName].filter(([name]) => /^[a-z]+$/.test(name) && name.length >= MIN_FUZZY);
	const index = new MiniSearch<{ id: number; name: string; carrier: string }>({
		fields: ['name'],
		storeFields: ['name', 'carrier'],
		searchOptions: { fuzzy: (term) => (term.length > MIN_FUZZY + 1 ? 2 : 1), prefix: false },
	});
	index.addAll(names.map(([name, carrier], id) => ({ id, name, carrier })));
	return (text) => {
		for (const { 0: word, index: start } of text.matchAll(/[a-z]{5,20}/g)) {
			const [found] = index.search(word);
			if (found && found['name'][0] === word[0]) {
				return { carrier: found['carrier'], start, end: start + word.length };
			}
		}
		return undefined;
	};
}
