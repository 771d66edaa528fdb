import type { ChatMember } from 'grammy/types';
import { checkChat } from '../checks/chat.ts';
import { badRequest } from '../errors.ts';
import type { BotApiMethod } from '../method.ts';
import { botUser, isAdministrator, setMember, toChatMember } from '../world/chats.ts';

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

export const getChatMember: BotApiMethod = {
	name: 'getChatMember',
	parameters: ['chat_id', 'user_id'],
	call: ({ world, params, ...rest }): ChatMember => {
		const chat = checkChat({ world, params, ...rest });
		const userId = params.integer('user_id');
		const user = world.people.get(userId ?? 0);
		const member = chat.members.get(userId ?? 0);
		if (member) {
			return toChatMember(member);
		}
		if (!user) {
			throw badRequest('user not found');
		}
		const isOwnChat = chat.chat.id === user.id;
		return toChatMember({ user, status: isOwnChat ? 'member' : 'left', canSend: isOwnChat });
	},
};

export const getChatAdministrators: BotApiMethod = {
	name: 'getChatAdministrators',
	parameters: ['chat_id', 'return_bots'],
	call: (context) => {
		const chat = checkChat(context);
		if (chat.chat.type === 'private') {
			throw badRequest('there are no administrators in the private chat');
		}
		const ownId = context.world.bot.id;
		const allBots = context.params.boolean('return_bots');
		const administrators = [...chat.members.values()].filter(isAdministrator);
		return administrators.filter(({ user }) => allBots || !user.is_bot || user.id === ownId).map(toChatMember);
	},
};

export const leaveChat: BotApiMethod = {
	name: 'leaveChat',
	parameters: ['chat_id'],
	call: (context) => {
		const chat = checkChat(context);
		if (chat.chat.type === 'private') {
			throw badRequest("chat member status can't be changed in private chats");
		}
		setMember(chat, botUser(context.world.bot), 'left', false);
		return true;
	},
};
