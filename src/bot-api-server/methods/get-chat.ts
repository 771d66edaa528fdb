import { checkChat } from '../checks/chat.ts';
import type { BotApiMethod } from '../method.ts';

const ACCEPTED_GIFTS = {
	unlimited_gifts: false,
	limited_gifts: false,
	unique_gifts: false,
	premium_subscription: false,
	gifts_from_channels: false,
} as const;

export const getChat: BotApiMethod = {
	name: 'getChat',
	parameters: ['chat_id'],
	call: (context) => {
		const { chat, membersMaySend } = checkChat(context);
		return {
			...chat,
			accent_color_id: 0,
			max_reaction_count: 11,
			accepted_gift_types: ACCEPTED_GIFTS,
			...(chat.type === 'private' ? {} : { permissions: { can_send_messages: membersMaySend } }),
		};
	},
};
