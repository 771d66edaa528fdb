import { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Deps } from '../../deps.ts';

/** Notes that a person blocked the bot, or took it back: a month after a block everything about them is deleted. */
export function bot({ store, now }: Deps): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	composer.chatType('private').on('my_chat_member', async (ctx) => {
		const isBlocked = ctx.myChatMember.new_chat_member.status === 'kicked';
		await store.markBlocked(ctx.from.id, isBlocked ? now() : undefined);
	});
	return composer;
}
