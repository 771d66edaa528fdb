import { checkChat } from '../checks/chat.ts';
import { badRequest } from '../errors.ts';
import type { BotApiMethod } from '../method.ts';
import { isAdministrator } from '../world/chats.ts';
import { toChatMember } from '../world/members.ts';

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
