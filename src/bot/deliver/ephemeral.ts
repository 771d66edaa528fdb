import type { BotContext } from '../context.ts';
import { tappedMessage } from '../sender.ts';
import { refusalOf } from '../telegram-errors.ts';
import { type Content, withRichFallback } from './form.ts';
import type { Extras } from './open.ts';
import { redirectToPrivate } from './point-to-private.ts';
import { post, send } from './send.ts';
import type { Way } from './way.ts';

/** Answers an ephemeral command so that its sender alone sees it; where that is refused, as an ordinary message. */
export async function sendEphemeral(way: Way, ctx: BotContext, path: string, extras?: Extras): Promise<void> {
	const id = ctx.msg?.ephemeral_message_id;
	const isSent =
		id !== undefined && (await postEphemeral(way, ctx, { path, extras, reply: { ephemeral_message_id: id } }));
	if (!isSent) {
		ctx.audience = 'group';
		await send(way, ctx, path, extras);
	}
}

/** Somebody else's menu is not moved: who taps it gets the screen for themselves, and is told so. */
export async function answerTapEphemerally(way: Way, ctx: BotContext, path: string, extras?: Extras): Promise<void> {
	const screen = tappedMessage(ctx);
	const isOwn = screen?.ephemeral_message_id !== undefined;
	if (isOwn && (await editEphemeral(way, ctx, path, extras))) {
		return;
	}
	if (!(await postEphemeral(way, ctx, { path, extras }))) {
		return redirectToPrivate(ctx, path);
	}
	if (isOwn) {
		await removeOwn(ctx);
	} else {
		await ctx.answerCallbackQuery(ctx.t('toast.onlyYou'));
	}
}

type Wanted = { path: string; extras: Extras | undefined; reply?: { ephemeral_message_id: number } };

/** @returns whether the person has it now */
async function postEphemeral(way: Way, ctx: BotContext, { path, extras, reply }: Wanted): Promise<boolean> {
	const { chatId, from, callbackQuery } = ctx;
	if (chatId === undefined || !from || way.refusals.has('ephemeral', chatId)) {
		return false;
	}
	const drawn = await way.draw(ctx, path, extras);
	const options = {
		reply_markup: drawn.reply_markup,
		ephemeral_message_parameters: {
			receiver_user_id: from.id,
			...(callbackQuery ? { callback_query_id: callbackQuery.id } : {}),
		},
		...(reply ? { reply_parameters: reply } : {}),
	};
	try {
		const sent = await withRichFallback(drawn, { refusals: way.refusals, place: chatId }, (content) =>
			post(ctx, content, options),
		);
		return sent.ephemeral_message_id !== undefined || (await withdraw(way, ctx, sent.message_id));
	} catch (error) {
		return noteRefusal(way, chatId, error);
	}
}

/** A server that does not know ephemeral messages ignores the wish and shows everybody what was meant for one. */
async function withdraw({ refusals }: Way, ctx: BotContext, messageId: number): Promise<boolean> {
	refusals.add('ephemeral', ctx.chatId ?? 0);
	if (!ctx.callbackQuery) {
		return true;
	}
	await ctx.api.deleteMessage(ctx.chatId ?? 0, messageId);
	return false;
}

/** Who left the group, or tapped too long ago, says nothing about the group. */
const PERSONAL = /USER_NOT_PARTICIPANT|QUERY_ID_INVALID|message to (be replied|edit) not found/i;

function noteRefusal({ refusals }: Way, chatId: number, error: unknown): false {
	const refusal = refusalOf(error);
	if (refusal === 'unsupported' && !PERSONAL.test(String(error))) {
		refusals.add('ephemeral', chatId);
	}
	if (refusal === 'other') {
		throw error;
	}
	return false;
}

/** Against the documentation, longer texts are refused: https://github.com/tdlib/telegram-bot-api/issues/881 */
const MAX_EDIT = 1024;

/** @returns whether the message that was tapped shows the screen now */
async function editEphemeral(way: Way, ctx: BotContext, path: string, extras?: Extras): Promise<boolean> {
	const drawn = await way.draw(ctx, path, extras);
	const edit = async (content: Content): Promise<boolean> => {
		if (!('text' in content) || content.text.length > MAX_EDIT) {
			return false;
		}
		return ctx.api.raw.editEphemeralMessageText({ ...ownMessage(ctx), ...content, reply_markup: drawn.reply_markup });
	};
	try {
		return await withRichFallback(drawn, { refusals: way.refusals, place: ctx.chatId ?? 0 }, edit);
	} catch (error) {
		return refusalOf(error) === 'not-modified' || noteRefusal(way, ctx.chatId ?? 0, error);
	}
}

/** The old message is left where it is if Telegram will not take it away: it disturbs nobody else. */
async function removeOwn(ctx: BotContext): Promise<void> {
	await ctx.api.raw.deleteEphemeralMessage(ownMessage(ctx)).catch(() => undefined);
}

/** How Telegram names the ephemeral message that was tapped. */
function ownMessage(ctx: BotContext) {
	const { ephemeral_message_id = 0, chat } = tappedMessage(ctx) ?? { chat: { id: 0 } };
	return { chat_id: chat.id, receiver_user_id: ctx.from?.id ?? 0, ephemeral_message_id };
}
