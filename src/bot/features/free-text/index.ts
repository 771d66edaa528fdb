import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { plain } from '../../../answer/document.ts';
import type { Reading } from '../../../understand/reading.ts';
import { isPrivate } from '../../chat.ts';
import type { BotContext } from '../../context.ts';
import type { Deliver } from '../../deliver/index.ts';
import type { Deps } from '../../deps.ts';
import { HOME, smallTalkPath } from '../../paths.ts';
import { repliedText } from '../check/index.ts';
import { isMessage, resolveIfMessage } from '../check/resolve.ts';
import type { Resolved } from '../procedure/resolve.ts';
import { answerQuestion, resolveReminder } from '../reminders/resolve.ts';
import { countUnanswered } from './choices.ts';
import { offerNearest, resolveReading } from './resolve.ts';

/** In a private chat nothing stays unanswered: words are read, anything else gets the menu and how to ask. */
export function freeText(deps: Deps, deliver: Deliver): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	const chat = composer.filter(isPrivate);
	chat.on('message:text', async (ctx) => {
		const { reading, answer } = await readMessage(deps, ctx, ctx.msg);
		const offer = answer ? undefined : offerNearest(deps, ctx, reading);
		const { path, ...extras } = answer ?? offer ?? notForUs(ctx);
		await deliver(ctx, path, extras);
		deps.metrics.decided(answer ? 'answer' : offer ? 'offer' : 'silence');
		if (!answer) {
			await countUnlessMessage(deps, ctx, reading);
		}
	});
	chat.filter(hasContent, (ctx) => deliver(ctx, smallTalkPath('senses')));
	return composer;
}

/** What people send beside words. All other messages are about the chat itself. */
const CONTENT = [
	...(['photo', 'video', 'animation', 'audio', 'voice', 'video_note', 'document', 'sticker', 'contact'] as const),
	...(['location', 'venue', 'dice', 'poll', 'story', 'checklist', 'game', 'paid_media', 'rich_message'] as const),
	...(['live_photo', 'invoice'] as const),
];

function hasContent({ message }: BotContext): boolean {
	return message !== undefined && CONTENT.some((kind) => kind in message);
}

type Read = { reading: Reading; answer: Resolved | undefined };

/** What others wrote is never counted. */
async function countUnlessMessage(deps: Deps, ctx: BotContext, { text, today }: Reading): Promise<void> {
	const isOthers = ctx.msg?.forward_origin !== undefined || isMessage(deps.check(text, { today, locale: ctx.locale }));
	await (isOthers ? undefined : countUnanswered(deps, ctx, text));
}

/** Where the words say nothing by themselves, those that they quote may. */
async function readMessage(deps: Deps, ctx: BotContext, message: Message): Promise<Read> {
	const { text = '', quote, forward_origin } = message;
	const forwarded = forward_origin ? resolveForwarded(deps, ctx, text) : undefined;
	if (forwarded) {
		return forwarded;
	}
	const own = await readWords(deps, ctx, text);
	const doubted = resolveDoubted(deps, ctx, message, own.reading);
	if (doubted) {
		return { ...own, answer: doubted };
	}
	const quoted = own.answer || !quote ? undefined : await readWords(deps, ctx, quote.text);
	return quoted?.answer ? quoted : own;
}

/** "Is this real?", asked about a message that is replied to. */
function resolveDoubted(deps: Deps, ctx: BotContext, message: Message, own: Reading): Resolved | undefined {
	const text = repliedText(ctx, message);
	const isAsked = text !== '' && own.understood.keywords.doubts;
	return isAsked ? resolveIfMessage(deps, ctx, { text, today: own.today }) : undefined;
}

/** Somebody else's message is checked; where there is nothing in it to check, it is a question like any other. */
function resolveForwarded(deps: Deps, ctx: BotContext, text: string): Read | undefined {
	const today = deps.today();
	const answer = resolveIfMessage(deps, ctx, { text, today });
	return answer && { reading: deps.interpret(text, { today, locale: ctx.locale }), answer };
}

async function readWords(deps: Deps, ctx: BotContext, words: string): Promise<Read> {
	const reading = deps.interpret(words, { today: deps.today(), locale: ctx.locale });
	// Somebody who was asked for a day answers with one, and perhaps with the carrier.
	const answered = await answerQuestion(deps, ctx, reading);
	if (answered) {
		return { reading, answer: answered };
	}
	const isReminder = reading.isDay || reading.reminder.asks;
	const answer = isReminder ? resolveReminder(deps, ctx, reading) : resolveReading(deps, ctx, reading, 'private');
	return { reading, answer };
}

function notForUs({ t }: BotContext) {
	return { path: HOME, notice: plain(t('notice.notForUs')) };
}
