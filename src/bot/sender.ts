import type { Message, User } from 'grammy/types';
import type { BotContext } from './context.ts';

/** What was asked there, if Telegram still knows it; in a topic, what replies to nothing replies to its opening. */
export function repliedMessage(screen: Message | undefined): Message | undefined {
	const question = screen?.reply_to_message;
	return question && question.forum_topic_created === undefined ? (question as Message) : undefined;
}

/** Who wrote a message, as far as it was a person: not an anonymous administrator, not a channel. */
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

/** Whoever sent the update, as far as it was a person. */
export function senderOf(ctx: BotContext): User | undefined {
	return ctx.callbackQuery || !ctx.msg ? ctx.from : personBehind(ctx.msg);
}
