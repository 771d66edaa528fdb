import type { Catalogue } from '../catalogue/catalogue.ts';
import type { ReminderWords } from '../catalogue/words.ts';
import { cutAtTimes, type ReadDate } from '../dates/parse/read-date.ts';
import { restOf } from '../dates/parse/rest.ts';
import { createCarrierFinder, maskNames } from './carrier-finder.ts';
import { normalise } from './normalise.ts';
import { CARRIER, CUT, createPhrases, DAY, SIGNS } from './phrases.ts';
import { createNamer } from './reminder-name.ts';

/** What somebody wants to be reminded of. */
export type ReminderRequest = {
	/** Whether the text asks for a reminder; behind a command nobody has to ask. */
	asks: boolean;
	/** What they call it, in one line, without the words that ask, the day, the time of day and the carrier's name; '' where nothing is left. */
	name: string;
	/** Whether the day is said to be the end of something, and not only the day of the reminder. */
	isEnd: boolean;
};

export type ReminderReader = (text: string, date: ReadDate | undefined) => ReminderRequest;

/** Makes the function that reads a text as a request for a reminder. It takes the date that was found in the text. */
export function createReminderReader(catalogue: Catalogue, words: ReminderWords): ReminderReader {
	const { findAll } = createCarrierFinder(catalogue);
	const phrases = (key: keyof ReminderWords) => createPhrases(words[key]);
	const [asks, notAsks, subjects, usage] = [phrases('asks'), phrases('notAsks'), phrases('subjects'), phrases('usage')];
	const [alerts, ends, notEnds] = [phrases('alerts'), phrases('ends'), phrases('notEnds')];
	const nameOf = createNamer(words);
	const isRequest = (text: string, hasDay: boolean): boolean =>
		asks.isIn(notAsks.cut(text, ' ')) && !alerts.isIn(text) && (hasDay || (subjects.isIn(text) && !usage.isIn(text)));
	return (text, date) => {
		const marked = markCarriers(cleanLine(partsOf(text, date)), findAll);
		const rest = restOf(asks.cut(marked, CUT).split(DAY), CUT);
		return {
			asks: isRequest(marked, date !== undefined),
			name: nameOf(rest.replaceAll(CARRIER, CUT)),
			isEnd: ends.isIn(notEnds.cut(marked, ' ')),
		};
	};
}

/** The text, cut at its days and times. */
function partsOf(text: string, date: ReadDate | undefined): readonly string[] {
	if (date?.kind === 'date') return date.parts;
	return (date ? text.split(date.text) : [text]).flatMap(cutAtTimes);
}

/** Invisible characters, of which only the joiner between emoji says something. */
const INVISIBLE = /(?!\u200d)\p{Cf}/gu;

/** One line without control characters, and a sign in place of each day. */
function cleanLine(parts: readonly string[]): string {
	return parts
		.map((part) =>
			part
				.normalize('NFKC')
				.replace(SIGNS, '')
				.replace(INVISIBLE, '')
				.replace(/[\p{Cc}\s]+/gu, ' '),
		)
		.join(DAY)
		.replace(/^ | $/g, '');
}

type FindAll = ReturnType<typeof createCarrierFinder>['findAll'];

/** The text with a sign in place of each carrier's name. */
function markCarriers(text: string, findAll: FindAll): string {
	// The joiner would go when the text is normalised, and all places behind it would be others.
	const normalised = normalise(text.replaceAll('\u200d', '·'));
	return normalised.length === text.length ? maskNames(text, findAll(normalised).mentions, CARRIER) : text;
}
