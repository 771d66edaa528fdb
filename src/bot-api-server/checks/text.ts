import type { MessageEntity } from 'grammy/types';
import { badRequest } from '../errors.ts';
import type { MethodContext } from '../method.ts';
import { checkEntities } from './entities.ts';

/** Limits of the Bot API in UTF-16 units, after parsing (sendMessage, sendDocument in the types). */
export const TEXT_LIMIT = 4096;
export const CAPTION_LIMIT = 1024;

type TextRequest = {
	text: string;
	entities: unknown;
	parseMode: unknown;
	limit: number;
	tooLong: string;
};
type CheckedText = { text: string; entities: MessageEntity[] };

/** Text as Telegram keeps it: without white space at its ends, entities moved along. */
export function checkText(context: MethodContext, request: TextRequest): CheckedText {
	if (request.parseMode !== undefined && request.parseMode !== null && request.parseMode !== '') {
		// This server parses no HTML or Markdown: the bots it is made for send entities, so that nothing needs escaping.
		throw badRequest("can't parse entities: parse_mode is refused here, send entities instead");
	}
	if (/\p{Surrogate}/u.test(request.text)) {
		throw badRequest('strings must be encoded in UTF-8');
	}
	checkControlCharacters(context, request.text);
	const entities = checkEntities(context, request.text, request.entities);
	const trimmed = trimText(request.text, entities);
	if (trimmed.text.length > request.limit) {
		throw badRequest(request.tooLong);
	}
	return trimmed;
}

/** clean_input_string of TDLib drops "\r" and turns other control characters into spaces. */
function checkControlCharacters({ violate }: MethodContext, text: string): void {
	const found = [...text].find((character) => character < ' ' && character !== '\n' && character !== '\t');
	if (found !== undefined) {
		violate('control-character', `U+${found.charCodeAt(0).toString(16).padStart(4, '0')} in ${JSON.stringify(text)}`);
	}
}

function trimText(text: string, entities: readonly MessageEntity[]): CheckedText {
	const start = text.length - text.trimStart().length;
	const result = text.trim();
	const moved = entities.map((entity) => {
		const from = Math.max(entity.offset - start, 0);
		const to = Math.min(entity.offset + entity.length - start, result.length);
		return { ...entity, offset: from, length: to - from };
	});
	return { text: result, entities: moved.filter(({ length }) => length > 0) };
}
