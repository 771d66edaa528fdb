import { createRequire } from 'node:module';
import type { Alarm, DurationObject, EventAttributes } from 'ics';
import { isTimeZone, parseDay } from '../dates/day.ts';

/** Loaded with the first file, which keeps the start short. */
const loadIcs = (): typeof import('ics') => createRequire(import.meta.url)('ics');

export type IcsOptions = {
	/** One line, which the alarms show too. */
	title: string;
	description: string;
	/** With https:// or another scheme. */
	url?: string;
	/** The day that all is about, as 2026-12-31. */
	ends: string;
	/** An IANA name like Asia/Tokyo. */
	timeZone: string;
	/** The same id gives the same UID, so that a calendar replaces the event instead of adding a second one. */
	id: string;
	/** Milliseconds since 1970. */
	now: number;
	/** Alarms only on the day itself, at 10:00, instead of before it. */
	isOnce?: boolean;
};

/**
 * 30, 7 and 1 days before at 10:00. Alarms of an all-day event count back from its local midnight, so 14 hours bring
 * 10:00 of the day before and whole days the rest. Days and not 710 hours, because RFC 5545 (3.3.6) takes days off the
 * calendar and hours off the clock: where summer time begins or ends in between, 10:00 stays 10:00.
 */
const TRIGGERS: readonly DurationObject[] = [
	{ days: 29, hours: 14, before: true },
	{ days: 6, hours: 14, before: true },
	{ hours: 14, before: true },
];
const ON_THE_DAY: readonly DurationObject[] = [{ hours: 10, before: false }];

/**
 * A calendar file (RFC 5545) with one all-day event and its alarms, which needs nothing that was stored.
 * @throws Error for a day, time zone or URL that cannot stand in one
 */
export function toIcs(options: IcsOptions): string {
	const { createEvent } = loadIcs();
	const { error, value } = createEvent(toEvent(options));
	if (value === null) {
		throw new Error(`No calendar file for reminder "${options.id}": ${reason(error)}`, { cause: error });
	}
	return foldLines(value.replace('METHOD:PUBLISH\r\n', `$&X-WR-TIMEZONE:${checkZone(options.timeZone)}\r\n`));
}

/** `ics` knows `timestamp`, though its types do not; without it DTSTAMP would be the real clock. */
function toEvent(options: IcsOptions): EventAttributes & { timestamp: number } {
	const { description, url, ends, id, now, isOnce = false } = options;
	const title = clean(options.title) || 'Nokori';
	const day = readDay(ends);
	return {
		productId: '-//Nokori//Nokori//EN',
		method: 'PUBLISH',
		uid: `${clean(id)}@nokori`,
		timestamp: now,
		title,
		description: clean(description),
		...(url === undefined ? {} : { url: clean(url) }),
		start: day,
		// The same day makes `ics` leave out DTEND, which means one day.
		end: day,
		transp: 'TRANSPARENT',
		classification: 'PRIVATE',
		alarms: (isOnce ? ON_THE_DAY : TRIGGERS).map((trigger) => toAlarm(trigger, title)),
	};
}

function toAlarm(trigger: DurationObject, title: string): Alarm {
	return { action: 'display', description: escapeText(title), trigger };
}

/** `ics` escapes the texts of the event but, unlike them, not the description of an alarm. */
function escapeText(text: string): string {
	return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`);
}

/** A lone CR would break a line in two, and a text may carry neither control characters (3.3.11) nor half a character. */
function clean(text: string): string {
	return (
		text
			.toWellFormed()
			.replaceAll(/\r\n?/g, '\n')
			// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go.
			.replaceAll(/[\0-\u0008\u000b-\u001f\u007f]/g, '')
	);
}

/** Checked here, since `ics` would write 31 February as it stands. */
function readDay(day: string): [number, number, number] {
	const date = parseDay(day);
	return [date.year, date.month, date.day];
}

/** For calendars that count from their own zone: it names the one the day was meant in. */
function checkZone(timeZone: string): string {
	if (!isTimeZone(timeZone)) {
		throw new Error(`"${timeZone}" is no time zone for a calendar file: give an IANA name like Asia/Tokyo.`);
	}
	return timeZone;
}

/**
 * `ics` returns a copy of a validation error, which is no Error and keeps its sentences in `errors`. The one on a URL
 * quotes a pattern of 300 characters.
 */
function reason(error: unknown): string {
	const { errors, message } = (error ?? {}) as { errors?: readonly string[]; message?: string };
	const sentences = errors?.join('; ') || message || 'ics gave no reason';
	return sentences.replace(/match the following: ".*"/s, 'be like https://example.com/path');
}

/** RFC 5545, 3.1: "Lines of text SHOULD NOT be longer than 75 octets, excluding the line break." */
const LIMIT_BYTES = 75;

/**
 * Folds the lines of a calendar file anew, by bytes. `ics` counts characters, so that 75 of Japanese make 225 bytes.
 * @param file with CRLF line ends, folded or not
 */
function foldLines(file: string): string {
	return file
		.replaceAll(/\r\n[\t ]/g, '')
		.split('\r\n')
		.map(foldLine)
		.join('\r\n');
}

/** No character is cut in two; the space that starts a continuation counts too. */
function foldLine(line: string): string {
	let folded = '';
	let bytes = 0;
	for (const character of line) {
		const size = Buffer.byteLength(character);
		if (bytes + size > LIMIT_BYTES) {
			folded += '\r\n ';
			bytes = 1;
		}
		folded += character;
		bytes += size;
	}
	return folded;
}
