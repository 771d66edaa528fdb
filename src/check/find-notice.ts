import type { Catalogue } from '../catalogue/catalogue.ts';
import { ANY_CARRIER, type Fake, type Notice } from '../catalogue/notices-schema.ts';
import { STAGES } from '../catalogue/vocabulary.ts';
import { normalise } from '../understand/normalise.ts';

/** What kind of notice a text is, and what of it is known as a fake. */
export type FoundNotice = { notice: Notice /** The carrier whose file it is from, or any. */; from: string };

type Pattern<T> = { entry: T; groups: readonly (readonly string[])[]; unless: readonly string[] };

/** Notices and fakes, ready to be looked for. */
export type NoticeFinder = {
	find: (text: string, carrier: string | undefined) => FoundNotice | undefined;
	findFake: (text: string, carrier: string | undefined) => Fake | undefined;
};

/** Makes the functions that recognise a notice, or a fake of one. @returns functions of a normalised text without links */
export function createNoticeFinder({ notices }: Pick<Catalogue, 'notices'>): NoticeFinder {
	const files = [...notices].map(([id, file]) => ({
		id,
		notices: file.notices.map((entry) => toPattern(entry, entry.unless)),
		fakes: file.fakes.map((entry) => toPattern(entry, [])),
	}));
	const filesFor = (carrier: string | undefined) =>
		[carrier, ANY_CARRIER].flatMap((id) => files.find((file) => file.id === id) ?? []);
	return {
		find: (text, carrier) => {
			const holds = searcher(text);
			for (const { id, notices: patterns } of filesFor(carrier)) {
				const found = patterns.filter((pattern) => matches(pattern, holds));
				const [best] = found.sort((one, other) => rankOf(other) - rankOf(one));
				if (best) return { notice: best.entry, from: id };
			}
			return undefined;
		},
		findFake: (text, carrier) => {
			const holds = searcher(text);
			return filesFor(carrier)
				.flatMap(({ fakes }) => fakes)
				.find((pattern) => matches(pattern, holds))?.entry;
		},
	};
}

function toPattern<T extends { phrases: readonly (readonly string[])[] }>(
	entry: T,
	unless: readonly string[],
): Pattern<T> {
	return { entry, groups: entry.phrases.map((group) => group.map(shapeOf)), unless: unless.map(shapeOf) };
}

/** Japanese and Chinese break lines anywhere, so white space counts for nothing. */
function shapeOf(text: string): string {
	return normalise(text).replace(/\s+/g, '');
}

/** @param text normalised */
function searcher(text: string): (phrase: string) => boolean {
	const shape = text.replace(/\s+/g, '');
	return (phrase) => shape.includes(phrase);
}

function matches({ groups, unless }: Pattern<unknown>, holds: (phrase: string) => boolean): boolean {
	return groups.every((group) => group.some(holds)) && !unless.some(holds);
}

/** Of two that fit the one that asks for more is meant, then the later stage: it is what has happened by now. */
function rankOf({ entry, groups }: Pattern<Notice>): number {
	return groups.length * STAGES.length + STAGES.indexOf(entry.stage);
}
