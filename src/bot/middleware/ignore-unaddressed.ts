import { Context, type MiddlewareFn } from 'grammy';
import { addressedTo, isGroup } from '../chat.ts';
import { COMMANDS } from '../commands.ts';
import type { BotContext } from '../context.ts';

const isCommand = Context.has.command(COMMANDS.map(({ command }) => command));
const isMigration = Context.has.filterQuery(['message:migrate_to_chat_id', 'message:migrate_from_chat_id']);

/**
 * Lets through what is meant for the bot. An administrator bot gets every message of a group; what other bots say,
 * channel posts that arrive by themselves, the bot's own inline messages, and people's talk are none of its business.
 */
export const ignoreUnaddressed: MiddlewareFn<BotContext> = async (ctx, next) => {
	const message = ctx.message;
	const isOtherBot = message?.from?.is_bot === true && message.sender_chat === undefined;
	const isNobodys = message !== undefined && message.from === undefined && message.sender_chat === undefined;
	if (isNobodys || isOtherBot || message?.is_automatic_forward || message?.via_bot?.id === ctx.me.id) {
		return;
	}
	const isForUs = !message || !isGroup(ctx) || isMigration(ctx) || isCommand(ctx) || addressedTo(ctx.me, message);
	if (isForUs) {
		await next();
	}
};
