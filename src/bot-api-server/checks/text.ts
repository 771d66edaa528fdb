import type { MessageEntity } from 'grammy/types';
import { cleanText, type FormattedText } from '../entities/clean-text.ts';
import { findEntities } from '../entities/find-entities.ts';
import { addFound, fixEntities } from '../entities/fix-entities.ts';
import { limitEntities } from '../entities/limit-entities.ts';
import { isInvisible, trimText } from '../entities/trim-text.ts';
import { badRequest } from '../errors.ts';
import type { MethodContext } from '../method.ts';
import { readEntities } from './entities.ts';
import { checkNumbers, checkRanges } from './entity-range.ts';

/** Limits of the Bot API in characters, after cleaning (MessageContent.cpp, get_input_message_content). */
export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;
/** Before anything is read (Client.cpp, get_formatted_text). */
const BYTE_LIMIT = 2 ** 15;

type TextRequest = {
	text: string;
	entities: unknown;
	parseMode: unknown;
	limit: number;
	tooLong: string;
	/** A caption may be missing, a text may not. */
	mayBeEmpty?: true;
};

/** Text and entities as Telegram keeps them (MessageEntity.cpp, fix_formatted_text), with what it finds in the text. */
export function checkText(context: MethodContext, request: TextRequest): FormattedText {
	checkRequest(request);
	const { entities, ignored } = readEntities(context, request.entities);
	checkNumbers(entities);
	const repaired = repair(context, { text: request.text, entities });
	if (!request.mayBeEmpty && isInvisible(repaired.text)) {
		throw badRequest('text must be non-empty');
	}
	if ([...repaired.text].length > request.limit) {
		throw badRequest(request.tooLong);
	}
	const found = findEntities(repaired.text);
	checkIgnored(context, request.text, ignored, { text: repaired.text, entities: found });
	return { text: repaired.text, entities: addFound(limitEntities(repaired.entities, context.violate), found) };
}

function checkRequest({ text, parseMode, mayBeEmpty }: TextRequest): void {
	if (parseMode !== undefined && parseMode !== null && parseMode !== '') {
		// This server parses no HTML or Markdown: the bots it is made for send entities, so that nothing needs escaping.
		throw badRequest("can't parse entities: parse_mode is refused here, send entities instead");
	}
	if (/\p{Surrogate}/u.test(text)) {
		throw badRequest('strings must be encoded in UTF-8');
	}
	if (text === '' && !mayBeEmpty) {
		throw badRequest('message text is empty');
	}
	if (Buffer.byteLength(text) > BYTE_LIMIT) {
		throw badRequest('text is too long');
	}
}

function repair({ violate }: MethodContext, { text, entities }: FormattedText): FormattedText {
	const filled = entities.filter((entity) => {
		const words = text.slice(entity.offset, entity.offset + entity.length);
		if (entity.length === 0) {
			violate('empty-entity', `${entity.type} at ${entity.offset} has length 0`);
		} else if (words !== words.trim()) {
			violate('entity-white-space', `${entity.type} begins or ends with white space: ${JSON.stringify(words)}`);
		}
		return entity.length > 0;
	});
	const fixed = fixEntities(filled, violate);
	checkRanges(text, fixed);
	const cleaned = cleanText({ text, entities: fixed }, violate);
	// Once more, since entities can touch each other after characters between them have gone.
	return trimText({ text: cleaned.text, entities: fixEntities(cleaned.entities, violate) });
}

/** An entity that Telegram would find anyway may be sent; any other of these kinds is lost. */
function checkIgnored(
	{ violate }: MethodContext,
	sent: string,
	ignored: readonly MessageEntity[],
	{ text, entities }: FormattedText,
): void {
	for (const { type, offset, length } of ignored) {
		const words = sent.slice(offset, offset + length);
		const isFound = entities.some(
			(entity) => entity.type === type && text.slice(entity.offset, entity.offset + entity.length) === words,
		);
		if (!isFound) {
			violate('entity-not-found', `Telegram makes no ${type} of ${JSON.stringify(words)}`);
		}
	}
}
