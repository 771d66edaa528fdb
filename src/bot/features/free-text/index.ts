import { Composer } from 'grammy';
import { plain } from '../../../answer/document.ts';
import { anonymise } from '../../../understand/unanswered.ts';
import { isPrivate } from '../../chat.ts';
import type { BotContext } from '../../context.ts';
import type { Deliver } from '../../deliver/index.ts';
import type { Deps } from '../../deps.ts';
import { HOME } from '../../paths.ts';
import { resolveReminder } from '../reminders/command.ts';
import { offerNearest, resolveReading } from './resolve.ts';

/** In a private chat nothing stays unanswered: words are read, anything else gets the menu and how to ask. */
export function freeText(deps: Deps, deliver: Deliver): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	const chat = composer.filter(isPrivate);
	chat.on('message:text', async (ctx) => {
		const reading = deps.interpret(ctx.msg.text, { today: deps.today(), locale: ctx.locale });
		// Somebody who was asked for a day answers with one, and perhaps with the carrier.
		const answer = reading.isDay ? resolveReminder(deps, ctx, reading) : resolveReading(deps, ctx, reading, 'private');
		const { path, ...extras } = answer ?? offerNearest(deps, ctx, reading) ?? notForUs(ctx);
		await deliver(ctx, path, extras);
		if (!answer) {
			deps.metrics.notUnderstood();
			await countUnanswered(deps, reading.text);
		}
	});
	chat.on(['message:file', 'message:contact', 'message:location'], (ctx) =>
		deliver(ctx, HOME, { notice: plain(ctx.t('notice.words')) }),
	);
	return composer;
}

function notForUs({ t }: BotContext) {
	return { path: HOME, notice: plain(t('notice.notForUs')) };
}

/** Off unless the operator wants it. No person and no chat is stored with the words. */
async function countUnanswered({ keepUnanswered, store, today }: Deps, words: string): Promise<void> {
	const text = keepUnanswered ? anonymise(words) : undefined;
	if (text !== undefined) {
		await store.countUnanswered(text, today());
	}
}
