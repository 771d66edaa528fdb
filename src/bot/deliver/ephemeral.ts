import { plain } from '../../answer/document.ts';
import { tappedMessage } from '../chat.ts';
import type { BotContext } from '../context.ts';
import { deepLink } from '../paths.ts';
import { refusalOf } from '../telegram-errors.ts';
import type { Unsupported } from '../unsupported.ts';
import { redirectToPrivate } from './access.ts';
import { type MessageBody, type RenderedScreen, textBody, withRichFallback } from './render.ts';
import { type Delivery, post, replyTo, type ScreenSender } from './send.ts';

/**
 * Answers an ephemeral command, or a bare call, so that its sender alone sees it: a bot that is an administrator may do so
 * unasked. Where that is refused, nobody else gets what was meant for one person, and may show their saved card, but one
 * line and a link to it.
 */
export const answerEphemerally: ScreenSender = async (delivery, ctx, draw) => {
	const id = ctx.msg?.ephemeral_message_id;
	if (!(await send(delivery, ctx, draw, id === undefined ? undefined : { ephemeral_message_id: id }))) {
		const { path } = await draw();
		const link = { text: ctx.t('button.private'), url: deepLink(ctx.me.username, path) };
		const line = id === undefined ? ctx.t('group.called', { username: ctx.me.username }) : ctx.t('notice.privateOnly');
		const body = textBody([{ kind: 'paragraph', content: plain(line) }]);
		await post(ctx, body, { reply_markup: { inline_keyboard: [[link]] }, ...(id === undefined ? replyTo(ctx) : {}) });
	}
};

/** Somebody else's menu is not moved: who taps it gets the screen for themselves, and is told so. */
export const answerTapEphemerally: ScreenSender = async (delivery, ctx, draw) => {
	const isOwn = tappedMessage(ctx)?.ephemeral_message_id !== undefined;
	if (isOwn && (await edit(delivery, ctx, await draw()))) {
		return;
	}
	if (!(await send(delivery, ctx, draw))) {
		return redirectToPrivate(ctx, (await draw()).path);
	}
	if (isOwn) {
		await deleteTapped(ctx);
	} else {
		await ctx.answerCallbackQuery(ctx.t('toast.onlyYou'));
	}
};

type Draw = () => Promise<RenderedScreen>;

/** @returns whether the person has it now */
async function send(
	{ unsupported }: Delivery,
	ctx: BotContext,
	draw: Draw,
	reply?: { ephemeral_message_id: number },
): Promise<boolean> {
	const { chatId, from, callbackQuery } = ctx;
	const isUnasked = !callbackQuery && !reply;
	const needed = isUnasked ? (['ephemeral', 'unasked'] as const) : (['ephemeral'] as const);
	if (chatId === undefined || !from || needed.some((capability) => unsupported.has(capability, chatId))) {
		return false;
	}
	const rendered = await draw();
	const options = {
		reply_markup: rendered.reply_markup,
		ephemeral_message_parameters: {
			receiver_user_id: from.id,
			...(callbackQuery ? { callback_query_id: callbackQuery.id } : {}),
		},
		...(reply ? { reply_parameters: reply } : {}),
	};
	try {
		const sent = await withRichFallback(rendered, { unsupported, chatId }, (body) => post(ctx, body, options));
		return sent.ephemeral_message_id !== undefined || (await withdraw(unsupported, ctx, sent.message_id));
	} catch (error) {
		if (isUnasked) {
			unsupported.add('unasked', chatId);
		}
		return noteRefusal(unsupported, chatId, error);
	}
}

/** Servers without ephemeral messages send it to the whole group: remember the chat, and delete what a tap asked for. */
async function withdraw(unsupported: Unsupported, ctx: BotContext, messageId: number): Promise<boolean> {
	unsupported.add('ephemeral', ctx.chatId ?? 0);
	if (!ctx.callbackQuery) {
		return true;
	}
	await ctx.api.deleteMessage(ctx.chatId ?? 0, messageId);
	return false;
}

/** Refusals that concern one person, who left or tapped too long ago, or one call, and not the group. */
const PERSONAL = /USER_NOT_PARTICIPANT|QUERY_ID_INVALID|MESSAGE_NOT_COMMAND|message to (be replied|edit) not found/i;

function noteRefusal(unsupported: Unsupported, chatId: number, error: unknown): false {
	const refusal = refusalOf(error);
	if (refusal === 'unsupported' && !PERSONAL.test(String(error))) {
		unsupported.add('ephemeral', chatId);
	}
	if (refusal === 'other') {
		throw error;
	}
	return false;
}

/** Against the documentation, longer texts are refused: https://github.com/tdlib/telegram-bot-api/issues/881 */
const MAX_EDIT_LENGTH = 1024;

/** @returns whether the message that was tapped shows the screen now */
async function edit({ unsupported }: Delivery, ctx: BotContext, rendered: RenderedScreen): Promise<boolean> {
	const chatId = ctx.chatId ?? 0;
	const call = async (body: MessageBody): Promise<boolean> => {
		if (!('text' in body) || body.text.length > MAX_EDIT_LENGTH) {
			return false;
		}
		return ctx.api.raw.editEphemeralMessageText({ ...tapped(ctx), ...body, reply_markup: rendered.reply_markup });
	};
	try {
		return await withRichFallback(rendered, { unsupported, chatId }, call);
	} catch (error) {
		return refusalOf(error) === 'not-modified' || noteRefusal(unsupported, chatId, error);
	}
}

/** The old message stays where Telegram refuses to delete it: nobody else sees it. */
async function deleteTapped(ctx: BotContext): Promise<void> {
	await ctx.api.raw.deleteEphemeralMessage(tapped(ctx)).catch(() => undefined);
}

/** How Telegram names the ephemeral message that was tapped. */
function tapped(ctx: BotContext) {
	const { ephemeral_message_id = 0, chat } = tappedMessage(ctx) ?? { chat: { id: 0 } };
	return { chat_id: chat.id, receiver_user_id: ctx.from?.id ?? 0, ephemeral_message_id };
}
