import type { Message, ReplyParameters } from 'grammy/types';
import type { Store } from '../../storage/store.ts';
import { repliedMessage, tappedMessage } from '../chat.ts';
import type { BotContext } from '../context.ts';
import type { Unsupported } from '../unsupported.ts';
import { type MessageBody, type RenderedScreen, withRichFallback } from './render.ts';

/** What every way of delivering a screen needs. */
export type Delivery = { unsupported: Unsupported; store: Store; now: () => number };

/** Sends a screen. It draws the screen itself, since its audience changes where a chat refuses one way and another is taken. */
export type ScreenSender = (delivery: Delivery, ctx: BotContext, draw: () => Promise<RenderedScreen>) => Promise<void>;

/** Answers with a new message: in a group as a reply, so that it is clear whose question it was. */
export const sendNew: ScreenSender = async ({ unsupported, store, now }, ctx, draw) => {
	const rendered = await draw();
	const options = { reply_markup: rendered.reply_markup, ...replyTo(ctx) };
	const place = { unsupported, chatId: ctx.chatId ?? 0 };
	const sent = await withRichFallback(rendered, place, (body) => post(ctx, body, options));
	ctx.delivered = { messageId: sent.message_id, isAnswer: rendered.topic !== undefined };
	const minutes = ctx.audience === 'group' ? (ctx.group?.deleteAfter ?? 0) : 0;
	if (minutes > 0) {
		const messageIds = [sent.message_id, ...(ctx.callbackQuery || !ctx.msgId ? [] : [ctx.msgId])];
		await store.addDeletion({ chatId: sent.chat.id, messageIds, due: now() + minutes * 60_000 });
	}
};

type Options = NonNullable<Parameters<BotContext['reply']>[1]>;

/** Sends a message into the chat, and the topic, that the update came from. */
export function post(ctx: BotContext, body: MessageBody, options: Options): Promise<Message> {
	if ('rich_message' in body) {
		return ctx.replyWithRichMessage(body.rich_message, options);
	}
	const { text, ...rest } = body;
	return ctx.reply(text, { ...options, ...rest });
}

/** A quote is only noise in a private chat. Without the question, which may be deleted by now, the answer still helps. */
export function replyTo(ctx: BotContext): { reply_parameters?: ReplyParameters } {
	const question = ctx.callbackQuery ? repliedMessage(tappedMessage(ctx))?.message_id : ctx.msgId;
	const id = ctx.answered ?? question;
	return ctx.audience !== 'private' && id
		? { reply_parameters: { message_id: id, allow_sending_without_reply: true } }
		: {};
}
