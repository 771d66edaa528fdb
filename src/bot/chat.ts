import type { Message, MessageEntity, User, UserFromGetMe } from 'grammy/types';
import { COMMANDS } from './commands.ts';
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
	/** Without the bot's name and those of others. */
	words: string;
	/** It names the bot, and does not merely reply to it. */
	isMention: boolean;
	/** The words of another that the bot was called to, which may hold the question. */
	about?: About;
};

/** `message` is theirs, where it is in this chat, and written by a person who can be answered. */
export type About = { text: string; message?: Message };

/** Reads a message in a group, if it is addressed to the bot by name or as a reply. */
export function addressedTo(me: UserFromGetMe, message: Message): Addressed | undefined {
	const text = message.text ?? '';
	const mentions = (message.entities ?? [])
		.filter(({ type }) => type === 'mention' || type === 'text_mention' || type === 'bot_command')
		.flatMap((entity) => (entity.type === 'bot_command' ? (mentionBehind(entity, text) ?? []) : entity));
	const repliedTo = repliedMessage(message);
	const words = withoutMentions(text, mentions);
	if (!mentions.some((entity) => names(me, text, entity))) {
		return repliedTo?.from?.id === me.id && text !== '' ? { words, isMention: false } : undefined;
	}
	const about = aboutMessage(message, repliedTo);
	return { words, isMention: true, ...(about ? { about } : {}) };
}

/**
 * The message that is replied to, or the part of it that is quoted. A channel's post and what a bot said have no author
 * who waits for an answer; nor has a message of another chat, of which only the quote is known.
 */
function aboutMessage({ quote }: Message, repliedTo: Message | undefined): About | undefined {
	if (repliedTo?.from?.is_bot === true && repliedTo.sender_chat === undefined) {
		return undefined;
	}
	const text = quote?.text ?? repliedTo?.text ?? repliedTo?.caption ?? '';
	const isPersons = personBehind(repliedTo) !== undefined && !repliedTo?.is_automatic_forward;
	return text === '' ? undefined : { text, ...(repliedTo && isPersons ? { message: repliedTo } : {}) };
}

/** A name that is too short for Telegram to mark, or of somebody who is not there. */
const OTHER_NAMES = /(?<![\w.])@\w{2,32}(?!\.?\w)/gu;

/** What stands between a name and the words: "@bot, how", "hey @bot: balance". */
const AROUND_NAME = /^[\s,，、:：;；.!！~-]+|[\s,，、:：;；~-]+$/gu;

/** The name in a command that is no command of ours: `/balnce@nokori_bot`. Those that are ours are handled as such. */
function mentionBehind({ offset, length }: MessageEntity, text: string): MessageEntity | undefined {
	const [command = '', name] = text.slice(offset, offset + length).split('@');
	const isOurs = COMMANDS.some((entry) => command.toLowerCase() === `/${entry.command}`);
	const start = offset + command.length;
	return name === undefined || isOurs ? undefined : { type: 'mention', offset: start, length: offset + length - start };
}

function withoutMentions(text: string, mentions: readonly MessageEntity[]): string {
	let rest = '';
	let start = 0;
	for (const { offset, length } of mentions) {
		rest = `${rest}${text.slice(start, offset)} `;
		start = offset + length;
	}
	if (mentions.length === 0) {
		return text.trim();
	}
	return `${rest}${text.slice(start)}`
		.replace(OTHER_NAMES, ' ')
		.replace(AROUND_NAME, '')
		.replace(/\s+([,，、:：;；])/gu, '$1')
		.trim();
}

function names(me: UserFromGetMe, text: string, entity: MessageEntity): boolean {
	if (entity.type === 'text_mention') {
		return entity.user.id === me.id;
	}
	const name = text.slice(entity.offset, entity.offset + entity.length);
	return entity.type === 'mention' && name.toLowerCase() === `@${me.username.toLowerCase()}`;
}
