import type { BotContext } from '../context.ts';
import { tappedMessage } from '../sender.ts';
import { refusalOf } from '../telegram-errors.ts';
import { type Content, withRichFallback } from './form.ts';
import type { Extras } from './open.ts';
import { redirectToPrivate } from './point-to-private.ts';
import { send } from './send.ts';
import type { Way } from './way.ts';

/** Changes the message that was tapped. Where it is gone or out of reach, a new one takes its place. */
export async function change(way: Way, ctx: BotContext, path: string, extras?: Extras): Promise<void> {
	const target = targetOf(ctx);
	if (!target) {
		return send(way, ctx, path, extras);
	}
	const drawn = await way.draw(ctx, path, extras);
	const place = { refusals: way.refusals, place: ctx.chatId ?? 0 };
	const edit = (content: Content) =>
		ctx.api.raw.editMessageText({ ...target, ...content, reply_markup: drawn.reply_markup });
	try {
		await withRichFallback(drawn, place, edit);
	} catch (error) {
		await recover(way, ctx, { error, path, isInline: 'inline_message_id' in target, ...(extras ? { extras } : {}) });
	}
}

type Target = { inline_message_id: string } | { chat_id: number; message_id: number };

function targetOf(ctx: BotContext): Target | undefined {
	if (ctx.callbackQuery?.inline_message_id !== undefined) {
		return { inline_message_id: ctx.callbackQuery.inline_message_id };
	}
	const message = tappedMessage(ctx);
	return message ? { chat_id: message.chat.id, message_id: message.message_id } : undefined;
}

type Failure = { error: unknown; path: string; extras?: Extras; isInline: boolean };

async function recover(way: Way, ctx: BotContext, { error, path, extras, isInline }: Failure): Promise<void> {
	const refusal = refusalOf(error);
	if (refusal === 'gone') {
		return isInline ? undefined : send(way, ctx, path, extras);
	}
	// An answer that comes half a minute after the tap is none; the private chat has a limit of its own.
	if (refusal === 'flood' || (refusal === 'forbidden' && ctx.audience === 'group')) {
		return redirectToPrivate(ctx, path);
	}
	// A double tap asks for what is already there; the screen is right as it is.
	if (refusal !== 'not-modified') {
		throw error;
	}
}
