import { checkInlineMarkup } from '../checks/reply-markup.ts';
import { compact } from '../compact.ts';
import type { BotApiMethod } from '../method.ts';
import { applyEdit, checkEditTarget, TARGET_PARAMETERS } from '../sending/edit.ts';

export const editMessageReplyMarkup: BotApiMethod = {
	name: 'editMessageReplyMarkup',
	parameters: [...TARGET_PARAMETERS, 'reply_markup'],
	call: (context) => {
		const target = checkEditTarget(context);
		const { text, entities, rich_message, link_preview_options } = target.stored.message;
		const keyboard = checkInlineMarkup(context, target.chat);
		const content = compact({ text, entities, rich_message, link_preview_options, reply_markup: keyboard });
		return applyEdit(context, target, content);
	},
};
