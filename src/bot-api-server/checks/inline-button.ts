import type { InlineQueryResultsButton } from 'grammy/types';
import { badRequest } from '../errors.ts';
import { isObject } from '../json.ts';
import type { MethodContext } from '../method.ts';

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
