import type { InlineQueryResult, InlineQueryResultsButton, Message } from 'grammy/types';
import { badRequest } from '../errors.ts';
import { compact, isObject, type JsonObject } from '../json.ts';
import type { MethodContext } from '../method.ts';
import { checkInlineKeyboard } from './keyboard.ts';
import { checkRichMessage } from './rich-message.ts';
import { checkText, TEXT_LIMIT } from './text.ts';
import { checkUnknownFields } from './unknown-fields.ts';
import { urlProblem } from './url.ts';

/** InlineQueryResult…id: 1-64 bytes. */
const ID_BYTES = 64;
const FIELDS: readonly string[] = [
	...['type', 'id', 'title', 'input_message_content', 'reply_markup', 'url', 'description'],
	...['thumbnail_url', 'thumbnail_width', 'thumbnail_height'],
];

export type CheckedResult = { result: InlineQueryResult; content: Partial<Message> };

/** One result and the message it turns into. Only articles are supported, other types are refused. */
export function checkInlineResult(context: MethodContext, value: unknown): CheckedResult {
	if (!isObject(value)) {
		throw badRequest("can't parse inline query result: expected an Object");
	}
	const bytes = Buffer.byteLength(String(value['id'] ?? ''));
	if (bytes < 1 || bytes > ID_BYTES) {
		throw badRequest('RESULT_ID_INVALID');
	}
	if (value['type'] !== 'article') {
		throw badRequest(`RESULT_TYPE_INVALID: this server knows articles only, not "${String(value['type'])}"`);
	}
	if (typeof value['title'] !== 'string' || value['title'].trim() === '') {
		throw badRequest('ARTICLE_TITLE_EMPTY');
	}
	checkUnknownFields(context, value, { what: 'an article', fields: FIELDS });
	checkUrls(context, value);
	return { result: value as unknown as InlineQueryResult, content: messageOf(context, value) };
}

/** The button above inline results: one of web_app and start_parameter, the latter "1-64 characters, only A-Z …". */
export function checkInlineButton({ params }: MethodContext): InlineQueryResultsButton | undefined {
	const button = params.json('button');
	if (button === undefined) {
		return undefined;
	}
	if (!isObject(button) || typeof button['text'] !== 'string' || button['text'] === '') {
		throw badRequest("can't parse inline query results button: text must be a non-empty String");
	}
	const start = button['start_parameter'];
	if ((start === undefined) === (button['web_app'] === undefined)) {
		throw badRequest('inline query results button needs exactly one of web_app and start_parameter');
	}
	if (start !== undefined && !/^[\w-]{1,64}$/.test(String(start))) {
		throw badRequest('START_PARAM_INVALID');
	}
	return button as unknown as InlineQueryResultsButton;
}

function checkUrls({ violate }: MethodContext, value: JsonObject): void {
	for (const field of ['url', 'thumbnail_url'] as const) {
		if (value[field] !== undefined && urlProblem(value[field])) {
			violate('result-url', `${field} ${JSON.stringify(value[field])} is dropped`);
		}
	}
}

function messageOf(context: MethodContext, value: JsonObject): Partial<Message> {
	const content = value['input_message_content'];
	if (!isObject(content)) {
		throw badRequest('MESSAGE_EMPTY: the result has no input_message_content');
	}
	const markup = value['reply_markup'];
	const keyboard = isObject(markup) ? checkInlineKeyboard(context, markup, undefined) : undefined;
	const body = content['rich_message'] === undefined ? textOf(context, content) : richOf(context, content);
	return { ...body, ...compact({ reply_markup: keyboard }) };
}

function richOf(context: MethodContext, content: JsonObject): Partial<Message> {
	return { rich_message: checkRichMessage(context, content['rich_message'], undefined) };
}

function textOf(context: MethodContext, content: JsonObject): Partial<Message> {
	const { text, entities } = checkText(context, {
		text: String(content['message_text'] ?? ''),
		entities: content['entities'],
		parseMode: content['parse_mode'],
		limit: TEXT_LIMIT,
		tooLong: 'MESSAGE_TOO_LONG',
	});
	return { text, ...compact({ entities: entities.length > 0 ? entities : undefined }) };
}
