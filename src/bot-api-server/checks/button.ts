import { badRequest } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { MethodContext } from '../method.ts';
import type { ChatState } from '../world/types.ts';
import { urlProblem } from './url.ts';

const ACTIONS = [
	...['url', 'callback_data', 'web_app', 'login_url', 'disabled', 'switch_inline_query', 'copy_text', 'callback_game'],
	...['switch_inline_query_current_chat', 'switch_inline_query_chosen_chat', 'pay'],
] as const;
/** Bytes, not characters: a Japanese character takes three (InlineKeyboardButton.callback_data). */
const CALLBACK_DATA_BYTES = 64;
const COPY_TEXT_LIMIT = 256;

type ButtonRules = { styles: readonly string[]; fields: readonly string[]; chat: ChatState | undefined };

/** The action of a button, of a keyboard or inside a rich message. The label is checked by the caller. */
export function checkButtonAction(context: MethodContext, button: JsonObject, rules: ButtonRules): void {
	const actions = ACTIONS.filter((action) => button[action] !== undefined);
	if (actions.length === 0) {
		throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
	}
	if (actions.length > 1) {
		throw badRequest(
			`can't parse inline keyboard button: exactly one action is allowed, found ${actions.join(' and ')}`,
		);
	}
	const style = button['style'];
	if (style !== undefined && !rules.styles.includes(String(style))) {
		throw badRequest(`can't parse inline keyboard button: unknown style "${String(style)}"`);
	}
	for (const field of Object.keys(button).filter((key) => !isKnown(key, rules))) {
		context.violate('unknown-button-field', `a button has no field "${field}"`);
	}
	checkData(button);
	checkLinks(button, rules.chat);
}

function isKnown(field: string, rules: ButtonRules): boolean {
	return ACTIONS.some((action) => action === field) || rules.fields.includes(field);
}

function checkData(button: JsonObject): void {
	const { callback_data: data, copy_text: copy } = button;
	if (data !== undefined && !isWithin(Buffer.byteLength(typeof data === 'string' ? data : ''), CALLBACK_DATA_BYTES)) {
		throw badRequest('BUTTON_DATA_INVALID');
	}
	const text = isObject(copy) ? copy['text'] : undefined;
	if (copy !== undefined && !isWithin(typeof text === 'string' ? text.length : 0, COPY_TEXT_LIMIT)) {
		throw badRequest('BUTTON_COPY_TEXT_INVALID');
	}
}

function isWithin(length: number, limit: number): boolean {
	return length >= 1 && length <= limit;
}

function checkLinks(button: JsonObject, chat: ChatState | undefined): void {
	const { url, login_url: login, web_app: app } = button;
	const problem = url === undefined ? undefined : urlProblem(url);
	if (problem) {
		throw badRequest(`inline keyboard button URL '${String(url)}' is invalid: ${problem}`);
	}
	for (const secure of [login, app].filter(isObject)) {
		if (urlProblem(secure['url']) || !String(secure['url']).startsWith('https:')) {
			throw badRequest('BUTTON_URL_INVALID');
		}
	}
	if (app !== undefined && chat?.chat.type !== 'private') {
		throw badRequest('BUTTON_TYPE_INVALID');
	}
}
