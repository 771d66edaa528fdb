import type { InlineKeyboardMarkup } from 'grammy/types';
import { type Document, type Line, withNotice } from '../answer/document.ts';
import { renderRich } from '../answer/rich.ts';
import { renderText } from '../answer/text.ts';
import type { BotContext } from './context.ts';
import { inRows, MAX_ROWS } from './menu/layout.ts';
import type { ScreenMenu } from './menu/to-menu.ts';
import { refusalOf } from './telegram-errors.ts';

/** What a screen says and offers beyond itself, because of how somebody came to it. */
export type Extras = {
	/** A line above it. */
	notice?: Line;
	/** Buttons above its own. */
	buttons?: readonly { text: string; path: string }[];
};

/** Shows the screen of a path, as an answer to whatever came in. */
export type Open = (ctx: BotContext, path: string, extras?: Extras) => Promise<void>;

type Message = { document: Document; reply_markup: InlineKeyboardMarkup };

/**
 * The one place where a screen reaches Telegram: a command gets a new message, a tap changes the message it was on,
 * and where that message is gone or out of reach, the person gets a new one.
 * @param rich whether to send rich messages
 */
export function createDeliver(rich: boolean) {
	return async (menu: ScreenMenu, ctx: BotContext, path: string, extras: Extras = {}): Promise<void> => {
		const { notice, buttons = [] } = extras;
		const { document } = menu.screen(ctx);
		const keyboard = await menu.renderKeyboard(ctx, path);
		const message: Message = {
			document: withNotice(notice, document),
			reply_markup: { inline_keyboard: withExtra(buttons, keyboard) },
		};
		await (ctx.callbackQuery ? change(ctx, message, rich) : send(ctx, message, rich));
	};
}

type Row = InlineKeyboardMarkup['inline_keyboard'][number];

/** The extra buttons come first, and none twice. Where that is more than a screen holds, rows above the way back give room. */
function withExtra(
	buttons: readonly { text: string; path: string }[],
	keyboard: readonly (readonly Row[number][])[],
): Row[] {
	const extra = inRows(buttons.map(({ text, path }) => ({ text, callback_data: path })));
	const isExtra = (one: Row[number]): boolean =>
		'callback_data' in one && buttons.some(({ path }) => path === one.callback_data);
	const rows = keyboard.map((row) => row.filter((one) => !isExtra(one))).filter((row) => row.length > 0);
	const room = MAX_ROWS - extra.length;
	return [...extra, ...rows.slice(0, room - 1), ...rows.slice(Math.max(room - 1, rows.length - 1))];
}

async function send(ctx: BotContext, { document, reply_markup }: Message, rich: boolean): Promise<void> {
	const options = { reply_markup, ...replyTo(ctx) };
	if (rich) {
		await ctx.replyWithRichMessage({ blocks: renderRich(document) }, options);
		return;
	}
	const { text, entities } = renderText(document);
	await ctx.reply(text, { ...options, entities, link_preview_options: { is_disabled: true } });
}

/** In a group it must be clear whose question was answered; alone with the bot a quote is only noise. */
function replyTo({ msg, chat }: BotContext): {
	reply_parameters?: { message_id: number; allow_sending_without_reply: true };
} {
	return msg && msg.message_id !== 0 && chat && chat.type !== 'private'
		? { reply_parameters: { message_id: msg.message_id, allow_sending_without_reply: true } }
		: {};
}

async function change(ctx: BotContext, message: Message, rich: boolean): Promise<void> {
	const target = targetOf(ctx);
	if (!target) {
		return send(ctx, message, rich);
	}
	try {
		await ctx.api.raw.editMessageText({
			...target,
			...contentOf(message.document, rich),
			reply_markup: message.reply_markup,
		});
	} catch (error) {
		const refusal = refusalOf(error);
		if (refusal === 'gone' && 'chat_id' in target) {
			return send(ctx, message, rich);
		}
		// A double tap asks for what is already there; the screen is right as it is.
		if (refusal !== 'not-modified' && refusal !== 'gone') {
			throw error;
		}
	}
}

type Target = { inline_message_id: string } | { chat_id: number; message_id: number };

/** The message that was tapped, unless Telegram says that it cannot be reached any more (date 0). */
function targetOf({ callbackQuery }: BotContext): Target | undefined {
	if (callbackQuery?.inline_message_id !== undefined) {
		return { inline_message_id: callbackQuery.inline_message_id };
	}
	const message = callbackQuery?.message;
	return message && message.date !== 0 ? { chat_id: message.chat.id, message_id: message.message_id } : undefined;
}

function contentOf(document: Document, rich: boolean) {
	return rich
		? { rich_message: { blocks: renderRich(document) } }
		: { ...renderText(document), link_preview_options: { is_disabled: true } };
}
