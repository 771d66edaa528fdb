import { checkRichMessage } from '../checks/rich-message.ts';
import type { BotApiMethod } from '../method.ts';
import { checkDestination, SEND_PARAMETERS, send } from '../sending/destination.ts';

export const sendRichMessage: BotApiMethod = {
	name: 'sendRichMessage',
	parameters: [...SEND_PARAMETERS, 'rich_message'],
	call: (context) => {
		const destination = checkDestination(context, 'text messages');
		const rich = checkRichMessage(context, context.params.json('rich_message'), destination.chat);
		return send(context, destination, { rich_message: rich });
	},
};
