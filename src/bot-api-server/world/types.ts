import type { Chat, Message, User } from 'grammy/types';

/** Something Telegram would have silently ignored or repaired. Tests expect `world.violations` to be empty. */
export type Violation = { method: string; rule: string; detail: string };

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';
export type Member = { user: User; status: MemberStatus; canSend: boolean };
export type WorldChat = Exclude<Chat, Chat.ChannelChat>;

/** A file as it was uploaded. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array };

export type StoredMessage = {
	/** As the Bot API shows it. An ephemeral message has `message_id` 0 and an `ephemeral_message_id`. */
	message: Message;
	/** Position on the screen: later is newer. */
	order: number;
	sentAt: number;
	/** Ephemeral messages: the person who alone sees it (or sent it to the bot). */
	personId?: number;
	/** Ephemeral messages shown in place of an ordinary one. */
	replacesId?: number;
	inlineMessageId?: string;
	forceReply?: { selective: boolean };
	/** The uploaded document or photo; undefined if it was sent by its file id. */
	file?: Upload;
};

export type ChatState = {
	chat: WorldChat;
	readonly members: Map<number, Member>;
	readonly messages: Map<number, StoredMessage>;
	readonly ephemeral: Map<number, StoredMessage>;
	/** Topics by thread id. "General" is not one: its id is refused as "message thread not found". */
	readonly topics: Map<number, string>;
	/** Topics in which only administrators may write. */
	readonly closedTopics: Set<number>;
	/** Private chats: whether the person has ever pressed Start or written. */
	isStarted: boolean;
	isBlocked: boolean;
	/** Private chats: whether the person's account was deleted. */
	isDeactivated: boolean;
	membersMaySend: boolean;
	/** The bot that posted last, which decides who gets a bare command in privacy mode. */
	lastBotId: number | undefined;
	migratedTo: number | undefined;
};

export type CallbackAnswer = { text: string; alert: boolean; url: string | undefined };

/** A callback query: a person tapped a button and the client shows a spinner until the bot answers. */
export type Tap = {
	readonly id: string;
	readonly from: User;
	readonly data: string;
	readonly at: number;
	readonly stored: StoredMessage;
	answer: CallbackAnswer | undefined;
};

/** An inline query or a guest query that waits for its answer. */
export type PendingQuery = {
	readonly id: string;
	readonly kind: 'inline' | 'guest';
	readonly from: User;
	readonly text: string;
	readonly at: number;
	readonly chatId: number | undefined;
	readonly replyTo?: StoredMessage;
	answer: unknown;
};

export type WorldChange =
	| { type: 'new' | 'edited' | 'deleted'; chatId: number; message: StoredMessage }
	| { type: 'toast'; personId: number; toast: CallbackAnswer }
	| { type: 'action'; chatId: number; threadId: number | undefined; action: string };
