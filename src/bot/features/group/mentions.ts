import { Composer } from 'grammy';
import { addressedTo, isGroup, personBehind } from '../../chat.ts';
import type { BotContext, LoadSettings } from '../../context.ts';
import type { Deliver } from '../../deliver/index.ts';
import type { Content, Services } from '../../deps.ts';
import { resolveReminder } from '../reminders/resolve.ts';
import { isForCallerAlone, readCall, resolveCall } from './resolve.ts';

/** In a group the bot answers who calls it by name or replies to it, if it is clear what they mean. */
export function groupMentions(
	deps: Content & Services,
	deliver: Deliver,
	loadSettings: LoadSettings,
): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	composer.filter(isGroup).on('message', async (ctx) => {
		const addressed = addressedTo(ctx.me, ctx.msg);
		if (!addressed) {
			return;
		}
		const call = readCall(deps, ctx, addressed);
		if (call.question) {
			// The answer goes to the author of the question, in their language, and its buttons are theirs.
			ctx.answered = call.question.message_id;
			await loadSettings(ctx, personBehind(call.question), addressed.about?.text);
		}
		if (isForCallerAlone(call)) {
			// Where Telegram grants it, the group sees nothing of the answer.
			ctx.audience = 'ephemeral';
		}
		const [likeliest] = call.readings;
		const isReminder = likeliest?.reminder.asks === true && !call.question;
		const resolved = isReminder ? resolveReminder(deps, ctx, likeliest) : resolveCall(deps, ctx, call);
		if (resolved) {
			const { path, ...extras } = resolved;
			await deliver(ctx, path, extras);
		}
	});
	return composer;
}
