import type { InlineKeyboardButton } from 'grammy/types';
import { tappedMessage } from '../chat.ts';
import type { BotContext } from '../context.ts';
import { type Refusal, refusalOf } from '../telegram-errors.ts';
import { redirectToPrivate } from './access.ts';
import { type MessageBody, withRichFallback } from './render.ts';
import { type ScreenSender, sendNew } from './send.ts';

/** Edits the message that was tapped, or whose place the answer takes. Where it is gone or out of reach, a new one is sent. */
export const editScreen: ScreenSender = async (delivery, ctx, draw) => {
	const target = targetOf(ctx);
	if (!target) {
		return sendNew(delivery, ctx, draw);
	}
	const rendered = await draw();
	const place = { unsupported: delivery.unsupported, chatId: ctx.chatId ?? 0 };
	const edit = (body: MessageBody) =>
		ctx.api.raw.editMessageText({ ...target, ...body, reply_markup: rendered.reply_markup });
	try {
		await withRichFallback(rendered, place, edit);
	} catch (error) {
		const refusal = refusalOf(error);
		if (refusal === 'gone') {
			return 'inline_message_id' in target ? undefined : sendNew(delivery, ctx, draw);
		}
		// An answer that comes half a minute after the tap is none; the private chat has a limit of its own.
		if (isWorthAnotherChat(ctx, refusal)) {
			return redirectToPrivate(ctx, rendered.path);
		}
		// A double tap asks for what is already there; the screen is right as it is.
		if (refusal !== 'not-modified') {
			throw error;
		}
	}
	if (ctx.replaces !== undefined) {
		ctx.delivered = { messageId: ctx.replaces, isAnswer: rendered.topic !== undefined };
	}
};

/**
 * Changes what the tapped button says, and nothing else of its message.
 * @returns whether it says so now; not where the message is gone, out of reach, or has no such button
 */
export async function relabelTapped(ctx: BotContext, text: string): Promise<boolean> {
	const message = tappedMessage(ctx);
	const rows = message?.reply_markup?.inline_keyboard ?? [];
	const isTapped = (one: InlineKeyboardButton): boolean =>
		'callback_data' in one && one.callback_data === ctx.callbackQuery?.data;
	const tapped = rows.flat().find(isTapped);
	if (!message || !tapped) {
		return false;
	}
	if (tapped.text === text) {
		return true;
	}
	const inline_keyboard = rows.map((row) => row.map((one) => (isTapped(one) ? { ...one, text } : one)));
	try {
		await ctx.api.editMessageReplyMarkup(message.chat.id, message.message_id, { reply_markup: { inline_keyboard } });
	} catch (error) {
		const refusal = refusalOf(error);
		if (refusal !== 'not-modified' && refusal !== 'gone') {
			throw error;
		}
		return refusal === 'not-modified';
	}
	return true;
}

function isWorthAnotherChat({ callbackQuery, audience }: BotContext, refusal: Refusal): boolean {
	return callbackQuery !== undefined && (refusal === 'flood' || (refusal === 'forbidden' && audience === 'group'));
}

type Target = { inline_message_id: string } | { chat_id: number; message_id: number };

function targetOf(ctx: BotContext): Target | undefined {
	if (ctx.callbackQuery?.inline_message_id !== undefined) {
		return { inline_message_id: ctx.callbackQuery.inline_message_id };
	}
	if (ctx.replaces !== undefined && ctx.chatId !== undefined) {
		return { chat_id: ctx.chatId, message_id: ctx.replaces };
	}
	const message = tappedMessage(ctx);
	return message ? { chat_id: message.chat.id, message_id: message.message_id } : undefined;
}
