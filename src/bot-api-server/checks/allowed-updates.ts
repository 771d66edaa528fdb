import { badRequest } from '../errors.ts';
import type { MethodContext } from '../method.ts';

/** Update kinds of update.d.ts; Telegram ignores others in silence. */
const KINDS: readonly unknown[] = [
	...['message', 'edited_message', 'channel_post', 'edited_channel_post', 'business_connection', 'business_message'],
	...['edited_business_message', 'deleted_business_messages', 'guest_message', 'stopped_message_generation'],
	...['message_reaction', 'message_reaction_count', 'inline_query', 'chosen_inline_result', 'callback_query'],
	...['shipping_query', 'pre_checkout_query', 'purchased_paid_media', 'poll', 'poll_answer', 'my_chat_member'],
	...['chat_member', 'chat_join_request', 'chat_boost', 'removed_chat_boost', 'managed_bot', 'subscription'],
];

/** "If not specified, the previous setting will be used"; an empty list goes back to the default. */
export function checkAllowedUpdates({ world, params, violate }: MethodContext): void {
	const allowed = params.json('allowed_updates');
	if (allowed === undefined) {
		return;
	}
	if (!Array.isArray(allowed)) {
		throw badRequest("can't parse allowed_updates: expected an Array of String");
	}
	for (const kind of allowed.filter((entry) => !KINDS.includes(entry))) {
		violate('unknown-update-kind', `allowed_updates names "${String(kind)}", which does not exist`);
	}
	world.updates.allowed = allowed.map(String);
}
