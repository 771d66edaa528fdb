import type { ReminderWords } from '../catalogue/words.ts';
import { cutText } from '../cut-text.ts';
import { CUT, createCandidates } from './phrases.ts';

/** UTF-16 units, so that the buttons it stands on keep their size. */
const MAX_NAME = 40;
const PUNCTUATION = '[\\s,.;:!?、，。：；！？~～〜…·・/|「」『』“”"—–-]|[(（]$|^[)）]|\\(\\s?\\)|（\\s?）';
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;

/**
 * Makes the function that gives the name of a reminder: what is left of a text without the words around it.
 * @returns a function that takes a text with a sign wherever words were cut out of it
 */
export function createNamer({ fillers, particles, ends, nameless }: ReminderWords): (text: string) => string {
	const stripEnds = createStrip([fillers], [particles]);
	const stripAll = createStrip([fillers, particles, nameless], []);
	const stripName = createStrip([fillers, particles, nameless, ends], []);
	return (text) => {
		const segments = text.split(CUT).map((words, place, { length }) => ({
			words,
			// Behind the last cut the text may still end with "please"; before the first one it begins as its writer meant.
			edges: { start: place > 0, end: length > 1, particle: place < length - 1 },
		}));
		const kept = segments.filter(({ words }) => stripAll(words, EVERYWHERE) !== '');
		const stripped = kept.map(({ words, edges }, place) =>
			stripEnds(words, { ...edges, start: edges.start && place === 0, end: edges.end && place === kept.length - 1 }),
		);
		const name = balance(stripped.reduce(join, ''));
		return stripName(name, EVERYWHERE) === '' ? '' : cutText(name, MAX_NAME);
	};
}

/** Where words are taken off. `particle` is whether the text was cut at its end, so that a particle may stand there. */
type Edges = { start: boolean; end: boolean; particle: boolean };
const EVERYWHERE: Edges = { start: true, end: true, particle: true };

type Lists = readonly Readonly<Record<string, readonly string[]>>[];

/** What may stand at an edge of a text, as a pattern for each of them. */
type AtEdges = { start: RegExp; end: RegExp };

function atEdges(pattern: string): AtEdges {
	return { start: new RegExp(`^(?:${pattern})`, 'i'), end: new RegExp(`(?:${pattern})$`, 'i') };
}

const PUNCTUATION_AT = atEdges(PUNCTUATION);

/** Makes the function that takes words off the beginning and the end of a text. */
function createStrip(words: Lists, particles: Lists): (text: string, edges: Edges) => string {
	const wordsIn = createCandidates(words, atEdges);
	const particlesIn = createCandidates(particles, atEdges);
	return (text, { start, end, particle: isCut }) => {
		const candidates = [wordsIn(text), particlesIn(text)] as const;
		const behind = start ? stripWith(text, 'start', candidates, true) : text;
		return (end ? stripWith(behind, 'end', candidates, isCut) : behind).trim();
	};
}

/** A particle counts only where nothing is between it and the words that it ties: the も of こども is none. */
function stripWith(
	text: string,
	edge: keyof AtEdges,
	[words, particles]: readonly [readonly AtEdges[], readonly AtEdges[]],
	isCut: boolean,
): string {
	let [rest, isTouching] = [text, isCut];
	for (;;) {
		const without = withoutLongest(rest, edge, words);
		const shorter = without === rest && isTouching ? withoutLongest(rest, edge, particles) : without;
		const next = shorter === rest ? rest.replace(PUNCTUATION_AT[edge], '') : shorter;
		if (next === rest) return rest;
		isTouching = shorter !== rest;
		rest = next;
	}
}

function withoutLongest(text: string, edge: keyof AtEdges, phrases: readonly AtEdges[]): string {
	const longest = Math.max(0, ...phrases.map((phrase) => phrase[edge].exec(text)?.[0].length ?? 0));
	return edge === 'start' ? text.slice(longest) : text.slice(0, text.length - longest);
}

function join(name: string, segment: string): string {
	const isCjk = CJK.test(name.at(-1) ?? '') && CJK.test(segment[0] ?? '');
	return name === '' || isCjk ? `${name}${segment}` : `${name} ${segment}`;
}

/** Of a pair of brackets that was cut in two the other one goes too. */
function balance(name: string): string {
	const isBalanced = name.split(/[(（]/).length === name.split(/[)）]/).length;
	return (isBalanced ? name : name.replace(/[()（）]/g, ' ')).replace(/\s+/g, ' ').trim();
}
