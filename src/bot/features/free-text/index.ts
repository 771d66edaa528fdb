import type { Filter } from 'grammy';
import { plain } from '../../../answer/document.ts';
import { readDate } from '../../../dates/parse/read-date.ts';
import { anonymise } from '../../../understand/unanswered.ts';
import { isPrivate } from '../../chat.ts';
import type { BotContext } from '../../context.ts';
import type { Open } from '../../deliver/open.ts';
import type { Deps } from '../../deps.ts';
import { on, type Route } from '../../router.ts';
import { resolveReminder } from '../reminders/command.ts';
import { resolveUnclear, resolveWords } from './resolve.ts';

/** In a private chat nothing stays unanswered: words are read, anything else gets the menu and how to ask. */
export function routes(deps: Deps, open: Open): Route[] {
	const onlyWords = (ctx: BotContext) => open(ctx, '/', { notice: plain(ctx.t('notice.words')) });
	return [
		on('message:text', (ctx) => answerWords(deps, ctx, open), isPrivate),
		on(['message:file', 'message:contact', 'message:location'], onlyWords, isPrivate),
	];
}

async function answerWords(deps: Deps, ctx: Filter<BotContext, 'message:text'>, open: Open): Promise<void> {
	const words = ctx.msg.text;
	const known = isDay(deps, ctx, words) ? resolveReminder(deps, ctx, words) : resolveWords(deps, ctx, words, 'private');
	const { path, ...extras } = known ?? resolveUnclear(deps, ctx, words) ?? notForUs(ctx);
	await open(ctx, path, extras);
	if (!known) {
		deps.metrics.notUnderstood();
		await countWords(deps, words);
	}
}

/** Somebody who was asked for a day answers with one, and perhaps with the carrier. */
function isDay({ today, understand }: Deps, { locale }: BotContext, words: string): boolean {
	const read = readDate(words, today(), locale);
	return read?.kind === 'date' && (read.rest.trim() === '' || understand(read.rest).isBareName);
}

function notForUs({ t }: BotContext) {
	return { path: '/', notice: plain(t('notice.notForUs')) };
}

/** Off unless the operator wants it. What is kept has no person and no chat in it. */
async function countWords({ keepUnanswered, store, today }: Deps, words: string): Promise<void> {
	const text = keepUnanswered ? anonymise(words) : undefined;
	if (text !== undefined) {
		await store.countUnanswered(text, today());
	}
}
