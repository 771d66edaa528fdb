import { entriesByFile, wordsOf } from '../walk.ts';
import type { Rule } from './rule.ts';

const AT_THE_END = /[:：]\s*$/;
const COLON = /[:：]/;
/** The answer puts the kind of the method and a colon in front of it: "On the web: …". */
const HEADING = /\.when\.[\w-]+$/;

/** Finds colons after which nothing comes, and those that stand after another one. */
export function createColonsRule(): Rule {
	return {
		name: 'colons',
		description: 'No text ends in a colon, since another one may follow it, and no heading of a method has one.',
		check: (knowledge) =>
			entriesByFile(knowledge).flatMap(({ file, entry }) =>
				wordsOf(entry).flatMap(({ place, words }) => {
					if (HEADING.test(place) && COLON.test(words)) {
						const remedy = 'Say it without one: the heading begins with the method and a colon.';
						return [{ file, place, wrong: 'a second colon in a heading', value: words, remedy }];
					}
					const remedy = 'End the sentence: what follows may be something else.';
					return AT_THE_END.test(words) ? [{ file, place, wrong: 'ends in a colon', value: words, remedy }] : [];
				}),
			),
	};
}
