import type { MessageEntity } from 'grammy/types';
import { badRequest } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { MethodContext } from '../method.ts';
import { integerField, objectField, optionalField, stringField } from './entity-fields.ts';
import { readLink, readMention } from './entity-links.ts';
import { checkUnknownFields } from './unknown-fields.ts';

const FIELDS: readonly string[] = [
	...['type', 'offset', 'length', 'url', 'user', 'language'],
	...['custom_emoji_id', 'unix_time', 'date_time_format'],
];
const PLAIN_TYPES: readonly string[] = [
	...['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'blockquote', 'expandable_blockquote', 'code'],
];
/** Telegram finds these by itself and ignores those a bot sends (Client.cpp, get_text_entity_type). */
const FOUND_TYPES: readonly string[] = [
	...['mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email', 'phone_number', 'bank_card_number'],
];
/** `date_time_format` as the types spell it. */
export const DATE_TIME_FORMAT = /^(r|w?[dD]?[tT]?)$/;

/** `entities` are those that count, `ignored` those that Telegram finds by itself or not at all. */
export type SentEntities = { entities: MessageEntity[]; ignored: MessageEntity[] };

/** Entities of a call, by Client.cpp (get_formatted_text, get_text_entity) and MessageEntity.cpp (get_message_entities). */
export function readEntities(context: MethodContext, value: unknown): SentEntities {
	const list = parseList(context, value);
	const read = list.map((entry) => {
		if (!isObject(entry)) {
			throw refusal('expected an Object');
		}
		checkUnknownFields(context, entry, { what: 'an entity', fields: FIELDS });
		return readEntity(context, entry);
	});
	return {
		entities: read.filter((entity) => entity !== undefined && !FOUND_TYPES.includes(entity.type)) as MessageEntity[],
		ignored: read.filter((entity) => entity !== undefined && FOUND_TYPES.includes(entity.type)) as MessageEntity[],
	};
}

/** Telegram sends the text without entities where it cannot read their list. */
function parseList({ violate }: MethodContext, value: unknown): unknown[] {
	const list = typeof value === 'string' ? parseJson(value) : value;
	if (Array.isArray(list)) {
		return list;
	}
	if (value !== undefined && value !== null && value !== '') {
		violate('no-entity-list', `entities are ignored, not an Array: ${JSON.stringify(value)}`);
	}
	return [];
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** Undefined for an entity that Telegram silently drops. */
function readEntity(context: MethodContext, entry: JsonObject): MessageEntity | undefined {
	const place = { offset: integerField(entry, 'offset'), length: integerField(entry, 'length') };
	const type = stringField(entry, 'type');
	switch (type) {
		case 'pre': {
			const language = optionalField(entry, 'language');
			return { type, ...place, ...(language === '' ? {} : { language }) };
		}
		case 'text_link':
			return readLink(context, place, stringField(entry, 'url'));
		case 'text_mention':
			return readMention(context, place, integerField(objectField(entry, 'user'), 'id'));
		case 'custom_emoji':
			context.violate('custom-emoji', 'only bots with a Fragment username may send custom emoji');
			return { type, ...place, custom_emoji_id: readEmojiId(entry) };
		case 'date_time':
			return { type, ...place, ...readDate(entry) };
		default:
			if (PLAIN_TYPES.includes(type) || FOUND_TYPES.includes(type)) {
				return { type, ...place } as MessageEntity;
			}
			throw refusal(type === '' ? 'Type is not specified' : 'Unsupported type specified');
	}
}

function readEmojiId(entry: JsonObject): string {
	const id = stringField(entry, 'custom_emoji_id');
	if (!/^-?\d+$/.test(id)) {
		throw refusal('Field "custom_emoji_id" must be a valid Number');
	}
	if (/^-?0+$/.test(id)) {
		throw badRequest('invalid custom emoji identifier specified');
	}
	return id;
}

/** Letters may come in any order and either case of r and w; Telegram returns them as the types spell them. */
function readDate(entry: JsonObject): Pick<MessageEntity.DateTimeMessageEntity, 'unix_time' | 'date_time_format'> {
	const time = integerField(entry, 'unix_time');
	const letters = optionalField(entry, 'date_time_format');
	if (!/^(?:[rR]|[wWdDtT]*)$/.test(letters)) {
		throw refusal('Invalid date-time format specified');
	}
	if (time <= 0) {
		throw badRequest('invalid date specified');
	}
	const last = (pattern: RegExp) => letters.match(pattern)?.at(-1) ?? '';
	const format = last(/[rR]/g).toLowerCase() + last(/[wW]/g).toLowerCase() + last(/[dD]/g) + last(/[tT]/g);
	return { unix_time: time, date_time_format: format as MessageEntity.DateTimeMessageEntity['date_time_format'] };
}

function refusal(reason: string): Error {
	return badRequest(`can't parse MessageEntity: ${reason}`);
}
