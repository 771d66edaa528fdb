import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { type Document, plain } from '../../../answer/document.ts';
import { addressedTo } from '../../chat.ts';
import type { BotContext } from '../../context.ts';
import { type Render, type RenderedScreen, textBody } from '../../deliver/render.ts';
import type { Content, Services } from '../../deps.ts';
import { deepLink, HOME } from '../../paths.ts';
import { offerNearest } from '../free-text/resolve.ts';
import { readCall, resolveClear } from '../group/resolve.ts';
import { toResult } from '../inline/index.ts';

/** Called by name in a group that it is not in, the bot has one message to answer with. */
export function guestMessages(deps: Content & Pick<Services, 'today'>, render: Render): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	composer.on('guest_message', async (ctx) => {
		const { path, ...extras } = resolveGuest(deps, ctx, ctx.guestMessage) ?? {};
		const rendered = path === undefined ? notUnderstood(ctx) : await render(ctx, path, extras);
		await ctx.answerGuestQuery(toResult(rendered));
	});
	return composer;
}

function resolveGuest(deps: Content & Pick<Services, 'today'>, ctx: BotContext, message: Message) {
	const addressed = addressedTo(ctx.me, message) ?? { words: message.text ?? '', isMention: false };
	const call = readCall(deps, ctx, addressed);
	const named = call.readings.find(({ understood }) => understood.carrier !== undefined);
	return resolveClear(deps, ctx, call) ?? (named && offerNearest(deps, ctx, named));
}

/** One line, and where to ask in more words. */
function notUnderstood({ t, me }: BotContext): RenderedScreen {
	const document: Document = [{ kind: 'paragraph', content: plain(t('guest.notUnderstood')) }];
	const link = { text: t('button.private'), url: deepLink(me.username, HOME) };
	return { path: HOME, document, text: textBody(document), rich: false, reply_markup: { inline_keyboard: [[link]] } };
}
