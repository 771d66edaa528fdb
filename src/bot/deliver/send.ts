import type { Message, ReplyParameters } from 'grammy/types';
import type { BotContext } from '../context.ts';
import { repliedMessage, tappedMessage } from '../sender.ts';
import { type Content, withRichFallback } from './form.ts';
import type { Extras } from './open.ts';
import type { Way } from './way.ts';

/** Answers with a new message: in a group as a reply, so that it is clear whose question it was. */
export async function send(way: Way, ctx: BotContext, path: string, extras?: Extras): Promise<void> {
	const { draw, refusals, store, now } = way;
	const drawn = await draw(ctx, path, extras);
	const options = { reply_markup: drawn.reply_markup, ...replyTo(ctx) };
	const place = { refusals, place: ctx.chatId ?? 0 };
	const sent = await withRichFallback(drawn, place, (content) => post(ctx, content, options));
	const minutes = ctx.audience === 'group' ? (ctx.group?.deleteAfter ?? 0) : 0;
	if (minutes > 0) {
		const messageIds = [sent.message_id, ...(ctx.callbackQuery || !ctx.msgId ? [] : [ctx.msgId])];
		await store.addDeletion({ chatId: sent.chat.id, messageIds, due: now() + minutes * 60_000 });
	}
}

type Options = NonNullable<Parameters<BotContext['reply']>[1]>;

/** Sends a message into the chat, and the topic, that the update came from. */
export function post(ctx: BotContext, content: Content, options: Options): Promise<Message> {
	if ('rich_message' in content) {
		return ctx.replyWithRichMessage(content.rich_message, options);
	}
	const { text, ...rest } = content;
	return ctx.reply(text, { ...options, ...rest });
}

/** Alone with the bot a quote is only noise. Without the question, which may be deleted by now, the answer still helps. */
function replyTo(ctx: BotContext): { reply_parameters?: ReplyParameters } {
	const question = ctx.callbackQuery ? repliedMessage(tappedMessage(ctx))?.message_id : ctx.msgId;
	const id = ctx.answered ?? question;
	return ctx.audience !== 'private' && id
		? { reply_parameters: { message_id: id, allow_sending_without_reply: true } }
		: {};
}
