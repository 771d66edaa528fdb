import type { AdminCheck } from '../admin-check.ts';
import { authorOf, isAnonymousAdmin, questionOf, tappedMessage } from '../asker.ts';
import type { Audience, BotContext } from '../context.ts';
import { isGroup, isPrivate } from './group.ts';

/** Finds out who will see the answer. Who asked is read from the message that was answered, so nothing is kept for it. */
export async function findAudience(isAdmin: AdminCheck, ctx: BotContext): Promise<void> {
	ctx.audience = isGroup(ctx) ? await audienceInGroup(ctx, isAdmin) : isPrivate(ctx) ? 'person' : 'elsewhere';
}

async function audienceInGroup(ctx: BotContext, isAdmin: AdminCheck): Promise<Audience> {
	if (!ctx.callbackQuery) {
		return ctx.msg?.ephemeral_message_id === undefined ? 'group' : 'alone';
	}
	const screen = tappedMessage(ctx);
	if (!screen || screen.ephemeral_message_id !== undefined) {
		return 'alone';
	}
	const question = questionOf(screen);
	// Nobody can tell which administrator asked, so each of them may have been it.
	const isAsker = isAnonymousAdmin(question)
		? await isAdmin(ctx)
		: authorOf(question)?.id === ctx.callbackQuery.from.id;
	return isAsker ? 'group' : 'alone';
}
