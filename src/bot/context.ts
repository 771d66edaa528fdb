import type { Context } from 'grammy';
import type { User } from 'grammy/types';
import type { Locale, Translate } from '../i18n/i18n.ts';
import type { GroupSettings, PersonSettings } from '../storage/settings.ts';

/**
 * Who sees an answer: a person in their private chat, everybody in a group, one person alone in a group (an ephemeral
 * message), or whoever is in a chat that the bot is not in (a message sent by inline or guest mode).
 */
export type Audience = 'private' | 'group' | 'ephemeral' | 'inline';

/** The context of an update behind the middleware. */
export type BotContext = Context & {
	audience: Audience;
	/** The language of the answer. */
	locale: Locale;
	t: Translate;
	/** Whether that person, or else the operator, wants rich messages. */
	rich: boolean;
	/** The asker's own settings. */
	person: PersonSettings;
	/** The group's settings, in groups only. */
	group?: GroupSettings;
	/** The first update past a person's limit, for which they are told so. */
	isBeyondLimit?: boolean;
	/** The message that is answered, where it is another than the update's own. */
	answered?: number;
	/** The message of the bot that the answer replaces. */
	replaces?: number;
	/** The path of the screen that was shown last. */
	shown?: string;
	/** The answer opens a question, which is kept with the person. */
	asks?: boolean;
	/** What was sent or edited, and whether it answers the question or only leads on. */
	delivered?: Delivered;
};

export type Delivered = { messageId: number; isAnswer: boolean };

/**
 * Reads what the group and a person chose, and sets language and layout by it. Read again after a change, so that what
 * is drawn next shows it.
 * @param person who is answered
 * @param words whose letters tell the language where nothing else does, if they are not those of the update
 */
export type LoadSettings = (ctx: BotContext, person: User | undefined, words?: string) => Promise<void>;
