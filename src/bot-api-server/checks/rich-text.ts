import { isInteger, isObject, type JsonObject } from '../json.ts';
import { DATE_TIME_FORMAT } from './entities.ts';
import { checkRichButton } from './rich-button.ts';
import { checkDepth, countText, type RichWalk, refuseRich, requireString } from './rich-walk.ts';
import { urlProblem } from './url.ts';

/** Rich texts that hold text, with the further strings each needs (rich.d.ts, RichText…). */
const WRAPPERS: Readonly<Record<string, readonly string[]>> = {
	bold: [],
	italic: [],
	underline: [],
	strikethrough: [],
	spoiler: [],
	subscript: [],
	superscript: [],
	marked: [],
	code: [],
	date_time: ['date_time_format'],
	text_mention: [],
	url: ['url'],
	email_address: ['email_address'],
	phone_number: ['phone_number'],
	bank_card_number: ['bank_card_number'],
	mention: ['username'],
	hashtag: ['hashtag'],
	cashtag: ['cashtag'],
	bot_command: ['bot_command'],
	anchor_link: ['anchor_name'],
	reference: ['name'],
	reference_link: ['reference_name'],
};

export function checkRichText(walk: RichWalk, value: unknown, depth: number): void {
	checkDepth(depth);
	if (typeof value === 'string') {
		countText(walk, value);
	} else if (Array.isArray(value)) {
		for (const part of value) {
			checkRichText(walk, part, depth);
		}
	} else if (isObject(value)) {
		checkTyped(walk, value, depth);
	} else {
		refuseRich('a rich text must be a String, an Array or an Object');
	}
}

function checkTyped(walk: RichWalk, value: JsonObject, depth: number): void {
	const type = String(value['type']);
	const fields = WRAPPERS[type];
	if (!fields) {
		checkLeaf(walk, type, value);
		return;
	}
	for (const field of fields) {
		requireString(value[field], `${type}.${field}`);
	}
	checkSpecial(walk, type, value);
	checkRichText(walk, value['text'], depth + 1);
}

function checkSpecial({ context }: RichWalk, type: string, value: JsonObject): void {
	if (
		type === 'date_time' &&
		!(isInteger(value['unix_time']) && DATE_TIME_FORMAT.test(String(value['date_time_format'])))
	) {
		refuseRich('date_time needs unix_time and a valid date_time_format');
	}
	if (type === 'text_mention' && !(isObject(value['user']) && isInteger(value['user']['id']))) {
		refuseRich('text_mention needs a user');
	}
	const url = String(value['url']);
	if (type === 'url' && !url.startsWith('#') && urlProblem(url)) {
		context.violate('rich-link', `the link ${JSON.stringify(url)} is dropped: ${urlProblem(url)}`);
	}
}

function checkLeaf(walk: RichWalk, type: string, value: JsonObject): void {
	switch (type) {
		case 'custom_emoji':
			requireString(value['custom_emoji_id'], 'custom_emoji.custom_emoji_id');
			countText(walk, requireString(value['alternative_text'], 'custom_emoji.alternative_text'));
			break;
		case 'mathematical_expression':
			countText(walk, requireString(value['expression'], 'mathematical_expression.expression'));
			break;
		case 'anchor':
			requireString(value['name'], 'anchor.name');
			break;
		case 'button':
			checkRichButton(walk, value['button']);
			break;
		default:
			refuseRich(`unknown rich text type "${type}"`);
	}
}
