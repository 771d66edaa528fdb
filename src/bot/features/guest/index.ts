import type { Message } from 'grammy/types';
import { type Document, plain } from '../../../answer/document.ts';
import { addressedTo } from '../../addressed.ts';
import type { BotContext } from '../../context.ts';
import { deepLink } from '../../deep-link.ts';
import type { Draw, Drawn } from '../../deliver/draw.ts';
import type { Deps } from '../../deps.ts';
import { on, type Route } from '../../router.ts';
import { resolveCalled } from '../group/resolve.ts';
import { toResult } from '../inline/to-result.ts';

/** Called by name in a group that it is not in, the bot has one message to answer with. */
export function routes(deps: Deps, draw: Draw): Route[] {
	return [
		on('guest_message', async (ctx) => {
			const message = ctx.guestMessage;
			const { path, ...extras } = resolveGuest(deps, ctx, message) ?? {};
			const drawn = path === undefined ? notUnderstood(ctx) : await draw(ctx, path, extras);
			await ctx.answerGuestQuery(toResult(drawn));
		}),
	];
}

function resolveGuest(deps: Deps, ctx: BotContext, message: Message) {
	const addressed = addressedTo(ctx.me, message) ?? { words: message.text ?? '', isMention: false };
	return resolveCalled(deps, ctx, addressed);
}

/** One line, and where to ask in more words. */
function notUnderstood({ t, me }: BotContext): Drawn {
	const document: Document = [{ kind: 'paragraph', content: plain(t('guest.notUnderstood')) }];
	const link = { text: t('button.private'), url: deepLink(me.username, '/') };
	return { path: '/', document, rich: false, reply_markup: { inline_keyboard: [[link]] } };
}
