import type { MessageEntity } from 'grammy/types';
import { endOf } from '../entities/kinds.ts';
import { badRequest } from '../errors.ts';

/** Beyond this a place is wrong whatever the text is (MessageEntity.cpp, fix_formatted_text). */
const MAX_PLACE = 1_000_000;

/** Refuses numbers that cannot be a place in any text. */
export function checkNumbers(entities: readonly MessageEntity[]): void {
	for (const field of ['offset', 'length'] as const) {
		const wrong = entities.find((entity) => entity[field] < 0 || entity[field] > MAX_PLACE);
		if (wrong) {
			throw badRequest(`receive an entity with incorrect ${field} ${wrong[field]}`);
		}
	}
}

/** Refuses sorted entities that are not inside the text or split a character (clean_input_string_with_entities). */
export function checkRanges(text: string, entities: readonly MessageEntity[]): void {
	for (const entity of entities) {
		if (splitsCharacter(text, entity.offset)) {
			const byte = Buffer.byteLength(text.slice(0, entity.offset + 1));
			throw badRequest(`entity begins in a middle of a UTF-16 symbol at byte offset ${byte}`);
		}
		if (splitsCharacter(text, endOf(entity))) {
			const byte = Buffer.byteLength(text.slice(0, endOf(entity) + 1));
			const what = `entity beginning at UTF-16 offset ${entity.offset}`;
			throw badRequest(`${what} ends in a middle of a UTF-16 symbol at byte offset ${byte}`);
		}
	}
	const beyond = entities.find(({ offset }) => offset > text.length);
	if (beyond) {
		throw badRequest(`entity begins after the end of the text at UTF-16 offset ${beyond.offset}`);
	}
	const tooLong = entities.findLast((entity) => endOf(entity) > text.length);
	if (tooLong) {
		const what = `entity beginning at UTF-16 offset ${tooLong.offset}`;
		throw badRequest(`${what} ends after the end of the text at UTF-16 offset ${endOf(tooLong)}`);
	}
}

function splitsCharacter(text: string, index: number): boolean {
	const code = text.charCodeAt(index);
	return index > 0 && index < text.length && code >= 0xdc00 && code <= 0xdfff;
}
