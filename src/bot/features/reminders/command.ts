import { Composer } from 'grammy';
import type { BotContext } from '../../context.ts';
import type { Deliver } from '../../deliver/index.ts';
import type { Deps } from '../../deps.ts';
import { resolveReminder } from './resolve.ts';

/** `/remind` opens the reminders; `/remind povo 12月31日` leads to what follows from that day. */
export function remindCommand(deps: Deps, deliver: Deliver): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	composer.command('remind', async (ctx) => {
		const reading = deps.interpret(ctx.match, { today: deps.today(), locale: ctx.locale });
		const { path, ...extras } = await resolveReminder(deps, ctx, reading);
		return deliver(ctx, path, extras);
	});
	return composer;
}
