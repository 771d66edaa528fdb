import type { Message, MessageEntity, User, UserFromGetMe } from 'grammy/types';
import type { BotContext } from './context.ts';

/** Whether an update comes from a group that the bot is in. A guest's question comes from a group that it is not in. */
export function isGroup(ctx: BotContext): ctx is BotContext & { chat: NonNullable<BotContext['chat']> } {
	const { chat, guestMessage } = ctx;
	return guestMessage === undefined && (chat?.type === 'group' || chat?.type === 'supergroup');
}

/** Whether an update comes from the chat of one person with the bot. */
export function isPrivate({ chat }: BotContext): boolean {
	return chat?.type === 'private';
}

/** The message that another replies to, if Telegram still has it. In a topic every message replies at least to its opening. */
export function repliedMessage(screen: Message | undefined): Message | undefined {
	const question = screen?.reply_to_message;
	return question && question.forum_topic_created === undefined ? (question as Message) : undefined;
}

/** The author of a message, if it is a person and no anonymous administrator or channel. */
export function personBehind(message: Message | undefined): User | undefined {
	return message?.sender_chat === undefined ? message?.from : undefined;
}

/** Whether an administrator wrote it in the name of the group. */
export function isAnonymousAdmin(message: Message | undefined): boolean {
	return message?.sender_chat !== undefined && message.sender_chat.id === message.chat.id;
}

/** The message on which a button was tapped, unless it is out of reach (date 0). */
export function tappedMessage({ callbackQuery }: BotContext): Message | undefined {
	const message = callbackQuery?.message;
	return message && message.date !== 0 ? (message as Message) : undefined;
}

/** The sender of the update, if it is a person. */
export function senderOf(ctx: BotContext): User | undefined {
	return ctx.callbackQuery || !ctx.msg ? ctx.from : personBehind(ctx.msg);
}

/** What somebody in a group says to the bot. */
export type Addressed = {
	/** Without the bot's name. */
	words: string;
	/** It names the bot, and does not merely reply to it. */
	isMention: boolean;
	/** The message of another member to which the bot was called: what stands there is the question. */
	question?: Message;
};

/** Reads a message in a group, if it is addressed to the bot by name or as a reply. */
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
