import { z } from 'zod';

/** Left out, Telegram would keep the list of an earlier program. */
export const ALLOWED_UPDATES = [
	...(['message', 'edited_message', 'callback_query', 'inline_query'] as const),
	...(['my_chat_member', 'chat_member', 'guest_message'] as const),
];

/** The parts of an update that decide whom we answer. Whatever else it holds, a newer Telegram may know better. */
const id = z.int().refine((value) => value !== 0);
const user = z.looseObject({ id: z.int().positive(), is_bot: z.boolean(), first_name: z.string() });
const chat = z.looseObject({ id, type: z.enum(['private', 'group', 'supergroup', 'channel']) });
const entity = z.looseObject({ type: z.string(), offset: z.int().nonnegative(), length: z.int().nonnegative() });

const messageShape = {
	message_id: z.int().nonnegative(),
	date: z.int().nonnegative(),
	chat,
	from: user.optional(),
	sender_chat: chat.optional(),
	text: z.string().optional(),
	caption: z.string().optional(),
	entities: z.array(entity).optional(),
	caption_entities: z.array(entity).optional(),
	media_group_id: z.string().optional(),
	message_thread_id: z.int().optional(),
	ephemeral_message_id: z.int().optional(),
	migrate_to_chat_id: id.optional(),
	migrate_from_chat_id: id.optional(),
	quote: z.looseObject({ text: z.string() }).optional(),
};
const repliedTo = z.looseObject({ ...messageShape, date: z.int().nonnegative().default(0) });
const message = z.looseObject({ ...messageShape, reply_to_message: repliedTo.optional() });
const member = z.looseObject({ user, status: z.string() });

const memberChange = z.looseObject({ chat, from: user, old_chat_member: member, new_chat_member: member });

const updateSchema = z.looseObject({
	update_id: z.int().nonnegative(),
	message: message.optional(),
	edited_message: message.optional(),
	callback_query: z
		.looseObject({
			id: z.string(),
			from: user,
			data: z.string().optional(),
			inline_message_id: z.string().optional(),
			message: message.optional(),
		})
		.optional(),
	inline_query: z.looseObject({ id: z.string(), from: user, query: z.string() }).optional(),
	my_chat_member: memberChange.optional(),
	chat_member: memberChange.optional(),
	guest_message: z
		.looseObject({ ...messageShape, guest_query_id: z.string(), reply_to_message: repliedTo.optional() })
		.optional(),
});

/**
 * Looks over an update before anything is done with it: ids that no number can hold, chats and people without a shape,
 * kinds that were not asked for.
 * @returns where it is malformed, as a path like message.chat.id; undefined for a sound one
 */
export function malformedPart(update: unknown): string | undefined {
	const { data, error } = updateSchema.safeParse(update);
	const [issue] = error?.issues ?? [];
	if (issue) {
		return issue.path.join('.') || 'update';
	}
	return ALLOWED_UPDATES.some((kind) => data?.[kind] !== undefined) ? undefined : 'kind';
}
