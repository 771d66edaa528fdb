import type { ChatMember } from 'grammy/types';
import { checkChat } from '../checks/chat.ts';
import { badRequest } from '../errors.ts';
import type { BotApiMethod } from '../method.ts';
import { toChatMember } from '../world/members.ts';

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
