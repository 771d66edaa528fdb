import type { BotApiMethod } from '../method.ts';
import { checkEphemeralMessage, EPHEMERAL_PARAMETERS } from '../sending/ephemeral.ts';
import { removeMessage } from '../world/messages.ts';

export const deleteEphemeralMessage: BotApiMethod = {
	name: 'deleteEphemeralMessage',
	parameters: EPHEMERAL_PARAMETERS,
	call: (context) => {
		const { chat, stored } = checkEphemeralMessage(context, 'delete');
		removeMessage(context.world, chat, stored);
		return true;
	},
};
