import type { Message } from 'grammy/types';
import { checkRichMessage } from '../checks/rich-message.ts';
import { checkText, TEXT_LIMIT } from '../checks/text.ts';
import { checkUnknownFields } from '../checks/unknown-fields.ts';
import { compact, isObject } from '../json.ts';
import type { MethodContext } from '../method.ts';
import type { ChatState } from '../world/types.ts';

/** Parameters of a text, as sendMessage and the edit methods take them. */
export const TEXT_PARAMETERS = ['text', 'parse_mode', 'entities', 'link_preview_options'] as const;

const PREVIEW_FIELDS: readonly string[] = [
	...['is_disabled', 'url', 'prefer_small_media', 'prefer_large_media', 'show_above_text'],
];

export function readText(context: MethodContext): Partial<Message> {
	const { params } = context;
	const { text, entities } = checkText(context, {
		text: params.string('text') ?? '',
		entities: params.raw['entities'],
		parseMode: params.string('parse_mode'),
		limit: TEXT_LIMIT,
		tooLong: 'message is too long',
	});
	const preview = params.json('link_preview_options');
	checkUnknownFields(context, isObject(preview) ? preview : {}, {
		what: 'link_preview_options',
		fields: PREVIEW_FIELDS,
	});
	return {
		text,
		...compact({
			entities: entities.length > 0 ? entities : undefined,
			link_preview_options: isObject(preview) ? preview : undefined,
		}),
	};
}

/** The content of an edit: a text or a rich message, not both. */
export function readEdit(context: MethodContext, chat: ChatState | undefined): Partial<Message> {
	const { params } = context;
	if (!params.has('rich_message')) {
		return readText(context);
	}
	if (params.has('text')) {
		context.violate('text-and-rich', 'text is ignored where rich_message is given');
	}
	return { rich_message: checkRichMessage(context, params.json('rich_message'), chat) };
}
