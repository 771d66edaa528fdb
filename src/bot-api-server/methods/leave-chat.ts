import { checkChat } from '../checks/chat.ts';
import { badRequest } from '../errors.ts';
import type { BotApiMethod } from '../method.ts';
import { botUser } from '../sending/destination.ts';
import { setMember } from '../world/chats.ts';

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
