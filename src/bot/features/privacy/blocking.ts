import { Composer } from 'grammy';
import { isPrivate } from '../../chat.ts';
import type { BotContext } from '../../context.ts';
import type { Services } from '../../deps.ts';

/** Notes that a person blocked the bot, or took it back: a month after a block everything about them is deleted. */
export function blocking({ store, now }: Services): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	composer.filter(isPrivate).on('my_chat_member', async (ctx) => {
		const isBlocked = ctx.myChatMember.new_chat_member.status === 'kicked';
		await store.markBlocked(ctx.from.id, isBlocked ? now() : undefined);
	});
	return composer;
}
