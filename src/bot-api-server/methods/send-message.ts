import type { BotApiMethod } from '../method.ts';
import { readText, TEXT_PARAMETERS } from '../sending/content.ts';
import { checkDestination, SEND_PARAMETERS, send } from '../sending/destination.ts';

export const sendMessage: BotApiMethod = {
	name: 'sendMessage',
	parameters: [...SEND_PARAMETERS, ...TEXT_PARAMETERS, 'reply_to_message_id'],
	call: (context) => {
		const destination = checkDestination(context, 'text messages');
		return send(context, destination, readText(context));
	},
};
