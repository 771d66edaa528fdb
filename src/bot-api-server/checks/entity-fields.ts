import type { MessageEntity } from 'grammy/types';
import { badRequest } from '../errors.ts';
import { isInteger } from '../json.ts';
import type { MethodContext } from '../method.ts';
import { urlProblem } from './url.ts';

const PLAIN_TYPES: readonly string[] = [
	...['mention', 'hashtag', 'cashtag', 'bot_command', 'url', 'email', 'phone_number'],
	...['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'blockquote', 'expandable_blockquote', 'code', 'pre'],
];
/** `date_time_format` as the types spell it. */
export const DATE_TIME_FORMAT = /^(r|w?[dD]?[tT]?)$/;

/** False for an entity Telegram drops without a word. */
export function checkEntityFields(context: MethodContext, entity: MessageEntity): boolean {
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
