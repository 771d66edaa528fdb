import type { MessageEntity } from 'grammy/types';
import { badRequest } from '../errors.ts';
import { isInteger, isObject, type JsonObject } from '../json.ts';
import type { MethodContext } from '../method.ts';
import { checkNesting } from './entity-nesting.ts';
import { checkUnknownFields } from './unknown-fields.ts';
import { urlProblem } from './url.ts';

/** Not documented: https://docs.python-telegram-bot.org/en/v13.2/telegram.constants.html. Later ones are ignored. */
const ENTITY_LIMIT = 100;

const FIELDS: readonly string[] = [
	...['type', 'offset', 'length', 'url', 'user', 'language'],
	...['custom_emoji_id', 'unix_time', 'date_time_format'],
];
/** Types that need no further field. */
const PLAIN_TYPES: readonly string[] = [
	...['mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email', 'phone_number'],
	...['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'blockquote', 'expandable_blockquote', 'code', 'pre'],
];
/** `date_time_format` as the types spell it. */
export const DATE_TIME_FORMAT = /^(r|w?[dD]?[tT]?)$/;

/** Entities sorted as Telegram sorts them, without those it would drop; each drop is a violation. */
export function checkEntities(context: MethodContext, text: string, value: unknown): MessageEntity[] {
	if (value === undefined || value === null) {
		return [];
	}
	if (!Array.isArray(value)) {
		throw badRequest("can't parse entities: expected an Array of MessageEntity");
	}
	const entities = value.map((entry) => readEntity(context, text, entry));
	if (entities.length > ENTITY_LIMIT) {
		context.violate('too-many-entities', `${entities.length} entities, only the first ${ENTITY_LIMIT} count`);
	}
	const kept = entities.slice(0, ENTITY_LIMIT).filter((entity) => isKept(context, text, entity));
	kept.sort((one, other) => one.offset - other.offset || other.length - one.length);
	checkNesting(context, kept);
	return kept;
}

function readEntity(context: MethodContext, text: string, entry: unknown): MessageEntity {
	if (!isObject(entry) || !isInteger(entry['offset']) || !isInteger(entry['length'])) {
		throw badRequest("can't parse entities: offset and length must be integers");
	}
	checkUnknownFields(context, entry, { what: 'an entity', fields: FIELDS });
	checkRange(text, entry['offset'], entry['offset'] + entry['length']);
	return entry as JsonObject & MessageEntity;
}

function checkRange(text: string, start: number, end: number): void {
	if (start < 0 || end < start || end > text.length) {
		throw badRequest(`can't parse entities: entity [${start}, ${end}) lies outside of the text of ${text.length}`);
	}
	if (splitsCharacter(text, start) || splitsCharacter(text, end)) {
		throw badRequest(`can't parse entities: entity [${start}, ${end}) begins or ends in a middle of a UTF-16 symbol`);
	}
}

function splitsCharacter(text: string, index: number): boolean {
	const code = text.charCodeAt(index);
	return index > 0 && index < text.length && code >= 0xdc00 && code <= 0xdfff;
}

function isKept(context: MethodContext, text: string, entity: MessageEntity): boolean {
	const part = text.slice(entity.offset, entity.offset + entity.length);
	if (entity.length === 0) {
		context.violate('empty-entity', `${entity.type} at ${entity.offset} has length 0`);
		return false;
	}
	if (part !== part.trim()) {
		context.violate('entity-white-space', `${entity.type} begins or ends with white space: ${JSON.stringify(part)}`);
	}
	return checkEntityFields(context, entity);
}

/** False for an entity that Telegram silently drops. */
function checkEntityFields(context: MethodContext, entity: MessageEntity): boolean {
	switch (entity.type) {
		case 'text_link':
			return checkLink(context, entity.url);
		case 'text_mention':
			return isInteger(entity.user?.id) || refuse('text_mention needs a user');
		case 'date_time':
			return checkDateTime(entity);
		case 'custom_emoji':
			context.violate('custom-emoji', 'only bots with a Fragment username may send custom emoji');
			return typeof entity.custom_emoji_id === 'string' || refuse('custom_emoji needs a custom_emoji_id');
		default:
			return PLAIN_TYPES.includes(entity.type) || refuse(`unknown entity type "${String(entity.type)}"`);
	}
}

function checkLink({ violate }: MethodContext, url: unknown): boolean {
	const problem = urlProblem(url);
	if (problem) {
		violate('text-link', `the link ${JSON.stringify(url)} is dropped: ${problem}`);
	}
	return problem === undefined;
}

function checkDateTime(entity: MessageEntity.DateTimeMessageEntity): boolean {
	const isValid = isInteger(entity.unix_time) && DATE_TIME_FORMAT.test(entity.date_time_format ?? '');
	return isValid || refuse('date_time needs unix_time and a valid date_time_format');
}

function refuse(reason: string): never {
	throw badRequest(`can't parse entities: ${reason}`);
}
