import type { Message, MessageEntity, UserFromGetMe } from 'grammy/types';
import { repliedMessage } from './sender.ts';

/** What somebody in a group says to the bot. */
export type Addressed = {
	/** Without the bot's name. */
	words: string;
	/** It names the bot, and does not merely reply to it. */
	isMention: boolean;
	/** The message of another member to which the bot was called: what stands there is the question. */
	question?: Message;
};

/** Reads whether a message in a group is meant for the bot. Everything else in a group is none of its business. */
export function addressedTo(me: UserFromGetMe, message: Message): Addressed | undefined {
	const text = message.text ?? message.caption ?? '';
	const mention = (message.entities ?? message.caption_entities ?? []).find((entity) => names(me, text, entity));
	const repliedTo = repliedMessage(message);
	if (!mention) {
		return repliedTo?.from?.id === me.id && text !== '' ? { words: text, isMention: false } : undefined;
	}
	const words = `${text.slice(0, mention.offset)} ${text.slice(mention.offset + mention.length)}`.trim();
	const isMembers = repliedTo !== undefined && repliedTo.from?.is_bot !== true;
	return { words, isMention: true, ...(isMembers ? { question: repliedTo } : {}) };
}

function names(me: UserFromGetMe, text: string, entity: MessageEntity): boolean {
	if (entity.type === 'text_mention') {
		return entity.user.id === me.id;
	}
	const name = text.slice(entity.offset, entity.offset + entity.length);
	return entity.type === 'mention' && name.toLowerCase() === `@${me.username.toLowerCase()}`;
}
