import type { Catalogue } from '../catalogue/catalogue.ts';
import { type ReadDate, readDate } from '../dates/parse/read-date.ts';
import { createCarrierFinder } from './carrier-finder.ts';
import { createIccidFinder } from './iccid.ts';
import { createIdentifierFinder, type Identifier } from './identifiers.ts';
import type { ReminderReader, ReminderRequest } from './reminder-request.ts';
import type { Understander, Understood } from './understand.ts';

/** All that a text says, read once. Features decide on it, and never read the text again. */
export type Reading = {
	/** Without the number of a SIM card, which nothing may keep. */
	text: string;
	/** The day on which it was read, as 2026-11-29. */
	today: string;
	/** The first day in the text, or what looks like one and is none. */
	date: ReadDate | undefined;
	/** The carrier that is named, beside the day where there is one. */
	carrier: string | undefined;
	/** Whether the text is a day, with a carrier's name at most: the answer to "on which day?". */
	isDay: boolean;
	/** The number or setting that was pasted instead of a question. */
	identifier: Identifier | undefined;
	/** What is asked. Worked out when it is first needed, since a day or an identifier says all. */
	readonly understood: Understood;
	/** What a reminder would be called, and whether one is asked for. Worked out when it is first needed, too. */
	readonly reminder: ReminderRequest;
};

export type Interpreter = (text: string, asker: { today: string; locale: string }) => Reading;

/** Nobody asks at greater length; the rest of a huge message is not read. */
const MAX_LENGTH = 600;

/** Makes the function that reads a text for all that it may say. */
export function createInterpreter(
	catalogue: Catalogue,
	understand: Understander,
	readReminder: ReminderReader,
): Interpreter {
	const { find, isBareName } = createCarrierFinder(catalogue);
	const findIdentifier = createIdentifierFinder(catalogue);
	const findIccid = createIccidFinder(catalogue);
	return (whole, { today, locale }) => {
		const written = whole.slice(0, MAX_LENGTH);
		const found = findIccid(written);
		const text = found?.rest ?? written;
		const date = readDate(text, today, locale);
		const rest = date?.kind === 'date' ? date.rest : text;
		const carrier = find(rest);
		let understood: Understood | undefined;
		let reminder: ReminderRequest | undefined;
		return {
			text,
			today,
			date,
			carrier,
			isDay: date?.kind === 'date' && (rest.trim() === '' || isBareName(rest)),
			// Who names the carrier of the card asks something else about it.
			identifier: found ? (carrier === undefined ? found.iccid : undefined) : findIdentifier(text),
			get understood() {
				understood ??= understand(text);
				return understood;
			},
			get reminder() {
				reminder ??= readReminder(text, date);
				return reminder;
			},
		};
	};
}
