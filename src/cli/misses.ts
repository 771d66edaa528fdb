import type { I18n } from '../i18n/i18n.ts';
import type { Unanswered } from '../storage/store.ts';
import { createSimilarFinder } from '../understand/similar.ts';

/** Questions that are alike to this degree are taught together. */
const ALIKE = 0.6;
/** Stands in a question for words that were not kept. */
const LEFT_OUT = /\s*…\s*/g;

type Group = readonly Unanswered[];

/**
 * The questions that were not understood as work for a maintainer: like ones together, the commonest first, what people
 * then chose, and lines to paste into the file of that choice.
 */
export function missesReport(unanswered: readonly Unanswered[], i18n: Pick<I18n, 'ofWords'>): string {
	const groups = groupAlike(unanswered);
	const last = `${unanswered.length} in all, ${groups.length} kinds`;
	return `${[...groups.map((group) => describe(group, i18n)), last].join('\n')}\n`;
}

function groupAlike(unanswered: readonly Unanswered[]): Group[] {
	const find = createSimilarFinder(unanswered.map(({ text }) => text));
	const taken = new Set<number>();
	return unanswered.flatMap((one, index) => {
		if (taken.has(index)) {
			return [];
		}
		const places = find(one.text, ALIKE)
			.map(({ place }) => place)
			.filter((place) => !taken.has(place));
		const group = [...new Set([index, ...places])];
		for (const place of group) {
			taken.add(place);
		}
		return [group.flatMap((place) => unanswered[place] ?? [])];
	});
}

function describe(group: Group, { ofWords }: Pick<I18n, 'ofWords'>): string {
	const lines = group.map(({ text, days, times }) => `${times} times on ${days} days: ${text}`);
	const chosen = choicesOf(group);
	const [likeliest] = chosen;
	if (!likeliest) {
		return [...lines, '  chosen: nothing yet', ''].join('\n');
	}
	const [intent] = likeliest;
	const paste = group.map(({ text }) => ({ lang: ofWords(text) ?? 'en', line: text.replace(LEFT_OUT, ' ').trim() }));
	const langs = [...new Set(paste.map(({ lang }) => lang))];
	return [
		...lines,
		`  chosen: ${chosen.map(([name, times]) => `${name} ${times}`).join(', ')}`,
		...langs.flatMap((lang) => [
			`  paste below the "lines:" of a batch of today in knowledge/words/${intent}/${lang}.yaml:`,
			...paste.filter((one) => one.lang === lang).map(({ line }) => `    - ${JSON.stringify(line)}`),
		]),
		'',
	].join('\n');
}

/** What was chosen for any of them, the commonest first. */
function choicesOf(group: Group): [string, number][] {
	const counts = new Map<string, number>();
	for (const [intent, times] of group.flatMap(({ choices }) => Object.entries(choices))) {
		counts.set(intent, (counts.get(intent) ?? 0) + times);
	}
	return [...counts].sort(([, a], [, b]) => b - a);
}
