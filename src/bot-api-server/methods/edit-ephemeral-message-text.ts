import { checkInlineMarkup } from '../checks/reply-markup.ts';
import { compact } from '../compact.ts';
import type { BotApiMethod } from '../method.ts';
import { readEdit, TEXT_PARAMETERS } from '../sending/content.ts';
import { applyEdit } from '../sending/edit.ts';
import { checkEphemeralMessage, EPHEMERAL_PARAMETERS } from '../sending/ephemeral.ts';

/** Measured in August 2026, against the documentation: https://github.com/tdlib/telegram-bot-api/issues/881 */
const SAFE_LENGTH = 1024;

export const editEphemeralMessageText: BotApiMethod = {
	name: 'editEphemeralMessageText',
	parameters: [...EPHEMERAL_PARAMETERS, ...TEXT_PARAMETERS, 'rich_message', 'reply_markup'],
	call: (context) => {
		const { chat, stored } = checkEphemeralMessage(context, 'edit');
		const content = readEdit(context, chat);
		if ((content.text?.length ?? 0) > SAFE_LENGTH) {
			context.violate(
				'ephemeral-edit-length',
				`Telegram refuses over ${SAFE_LENGTH} characters: MEDIA_CAPTION_TOO_LONG`,
			);
		}
		const keyboard = checkInlineMarkup(context, chat);
		applyEdit(context, { stored, chat }, { ...content, ...compact({ reply_markup: keyboard }) });
		return true;
	},
};
