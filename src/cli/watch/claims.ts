import type { CarrierFolder, Knowledge } from '../../catalogue/load.ts';
import { formatPlace } from '../../catalogue/problem.ts';
import type { Source, Text } from '../../catalogue/schema.ts';
import { entriesByFile, type FileEntry, sourcesOf, wordsOf } from '../../catalogue/walk.ts';
import { type Needle, needlesOfSays, needlesOfStep } from './needles.ts';

/** Something that the knowledge says, and the pages of which at least one must have each thing that it rests on. */
export type Claim = {
	file: string;
	/** The source in the file, like methods[0].sources[1], or the step, like methods[0].steps[2]. */
	place: string;
	/** The carrier's id; missing for files that belong to none. */
	carrier?: string;
	/** What the source says in our words, or the step in Japanese. */
	text: string;
	/** The texts of the file that people read, in Japanese and English: they tell what a number is about. */
	texts: readonly string[];
	urls: readonly string[];
	needles: readonly Needle[];
	isSource: boolean;
};

/**
 * Lists every claim: each source of a file once, and each step that names a label of the carrier.
 * @param prefix only files that begin so
 */
export function collectClaims(knowledge: Knowledge, prefix: string): Claim[] {
	return entriesByFile(knowledge)
		.filter(({ file }) => file.startsWith(prefix))
		.flatMap((file) => {
			const carrier = knowledge.carriers.find((folder) => isOf(folder, file))?.id;
			const texts = wordsOf(file.entry)
				.filter(({ locale }) => locale === 'ja' || locale === 'en')
				.map(({ words }) => words);
			return [...ofSources(file), ...ofSteps(file)].map((claim) => ({ ...claim, texts, ...(carrier && { carrier }) }));
		});
}

function isOf({ id }: CarrierFolder, { file }: FileEntry): boolean {
	return file.startsWith(`carriers/${id}/`);
}

type OwnClaim = Omit<Claim, 'texts'>;

/** An alias repeats a source, and says nothing new. */
function ofSources({ file, entry }: FileEntry): OwnClaim[] {
	const all = sourcesOf(entry).map(({ place, source }) => ({ place, source, key: keyOf(source) }));
	const first = all.filter(({ key }, index) => all.findIndex((other) => other.key === key) === index);
	return first.map(({ place, source: { url, says } }) => ({
		file,
		place,
		text: says,
		urls: [url],
		needles: needlesOfSays(says),
		isSource: true,
	}));
}

/** What makes two sources of a file the same. */
export function keyOf({ url, says }: Pick<Source, 'url' | 'says'>): string {
	return `${url}\n${says}`;
}

function ofSteps({ file, entry }: FileEntry): OwnClaim[] {
	return stepsIn(entry, []).flatMap(({ place, step, sources }) => {
		const needles = needlesOfStep(step);
		const text = step['ja'] ?? step.en;
		const urls = [...new Set(sources.map(({ url }) => url))];
		return needles.length > 0 ? [{ file, place, text, urls, needles, isSource: false }] : [];
	});
}

type PlacedStep = { place: string; step: Text; sources: readonly Source[] };

/** The steps of everything that has steps and sources: methods, and what works offline. */
function stepsIn(entry: unknown, path: readonly PropertyKey[]): PlacedStep[] {
	if (typeof entry !== 'object' || entry === null) {
		return [];
	}
	if ('steps' in entry && 'sources' in entry) {
		const { steps, sources } = entry as { steps: readonly Text[]; sources: readonly Source[] };
		return steps.map((step, index) => ({ place: formatPlace([...path, 'steps', index]), step, sources }));
	}
	return Object.entries(entry).flatMap(([key, child]) =>
		stepsIn(child, [...path, Array.isArray(entry) ? Number(key) : key]),
	);
}
