import type { MessageEntity } from 'grammy/types';
import { endOf, type Report } from './kinds.ts';

export type FormattedText = { text: string; entities: MessageEntity[] };

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const CONTROL = /[\0-\t\v\f\u000e-\u001f]/;
/** Carriage returns, separators of lines and paragraphs, marks that turn the direction, marks that draw lines. */
const REMOVED = /[\r\u2028-\u202e]|\u030a|\u0333|\u033f/;
/** Of several marks of direction in a row all but the last become joiners without width. */
const REPEATED_MARK = /[\u200e\u200f](?=[\u200e\u200f])/g;

/** Text as Telegram cleans it, with its entities (misc.cpp, clean_input_string and replace_offending_characters). */
export function cleanText({ text, entities }: FormattedText, report: Report): FormattedText {
	/** The new place of each UTF-16 unit, and of the end. */
	const places: number[] = [];
	let cleaned = '';
	for (const unit of text.split('')) {
		places.push(cleaned.length);
		cleaned += cleanUnit(unit, report);
	}
	places.push(cleaned.length);
	const joined = cleaned.replace(REPEATED_MARK, '\u200c');
	if (joined !== cleaned) {
		report('direction-marks', 'of several marks of direction in a row only the last is kept');
	}
	const moved = entities.map((entity) => {
		const offset = places[entity.offset] ?? cleaned.length;
		return { ...entity, offset, length: (places[endOf(entity)] ?? cleaned.length) - offset };
	});
	return { text: joined, entities: moved.filter(({ length }) => length > 0) };
}

function cleanUnit(unit: string, report: Report): string {
	if (CONTROL.test(unit)) {
		report('control-character', `${nameUnit(unit)} becomes a space`);
		return ' ';
	}
	if (REMOVED.test(unit)) {
		report(unit === '\r' ? 'control-character' : 'removed-character', `${nameUnit(unit)} is removed`);
		return '';
	}
	return unit;
}

function nameUnit(unit: string): string {
	return `U+${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
