import { isPrivate } from '../../chat.ts';
import type { Deps } from '../../deps.ts';
import { on, type Route } from '../../router.ts';

/** Notes that a person blocked the bot, or took it back: a month after a block everything about them is deleted. */
export function routes({ store, now }: Deps): Route[] {
	return [
		on(
			'my_chat_member',
			async (ctx) => {
				const isBlocked = ctx.myChatMember.new_chat_member.status === 'kicked';
				await store.markBlocked(ctx.from.id, isBlocked ? now() : undefined);
			},
			isPrivate,
		),
	];
}
