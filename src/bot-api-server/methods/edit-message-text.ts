import { checkInlineMarkup } from '../checks/reply-markup.ts';
import { compact } from '../compact.ts';
import { badRequest } from '../errors.ts';
import type { BotApiMethod } from '../method.ts';
import { readEdit, TEXT_PARAMETERS } from '../sending/content.ts';
import { applyEdit, checkEditTarget, TARGET_PARAMETERS } from '../sending/edit.ts';

export const editMessageText: BotApiMethod = {
	name: 'editMessageText',
	parameters: [...TARGET_PARAMETERS, ...TEXT_PARAMETERS, 'rich_message', 'reply_markup'],
	call: (context) => {
		const target = checkEditTarget(context);
		const { message } = target.stored;
		if (message.text === undefined && message.rich_message === undefined) {
			throw badRequest('there is no text in the message to edit');
		}
		const content = readEdit(context, target.chat);
		const keyboard = checkInlineMarkup(context, target.chat);
		return applyEdit(context, target, { ...content, ...compact({ reply_markup: keyboard }) });
	},
};
