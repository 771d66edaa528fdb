import type { MiddlewareFn } from 'grammy';
import type { Asked } from '../../../storage/settings.ts';
import { isPrivate, repliedMessage } from '../../chat.ts';
import type { BotContext } from '../../context.ts';
import type { Services } from '../../deps.ts';
import { answerPath, PRIVACY, parseFeedbackPath, parseRemindFromPath, REMINDERS } from '../../paths.ts';

/** How long a question waits for its answer. */
const MINUTES = 10;

/** A screen that asks for a day, or shows what follows from one; of a card, or of a reminder that is kept. */
const QUESTION = new RegExp(
	`^${REMINDERS}(?:(?<kept>one-\\w{8})/[\\w-]+/|(?<subject>[\\w-]+)/(?:[a-z][a-z-]*/(?:[a-z]+/)?|\\d{4}-\\d{2}-\\d{2}/(?:(?<meaning>end|notice)/)?)?)$`,
);
/** Other screens of the reminders. */
const NO_SUBJECT = /^(?:pick|zone|list-\d+|one-\w{8})$/;

/**
 * The question that a person was asked and has not answered, if it still waits: the one of the message that they reply to,
 * or else the last.
 */
export function openQuestion(ctx: BotContext, now: number): Asked | undefined {
	const { asked } = ctx.person;
	const last = asked && asked.until > now ? asked : undefined;
	const replied = repliedQuestion(ctx, now);
	return replied && replied.subject !== last?.subject ? replied : last;
}

/** What the buttons of the message ask that somebody replies to: its question, or its answer's card. */
function repliedQuestion(ctx: BotContext, now: number): Asked | undefined {
	const replied = repliedMessage(ctx.msg);
	const paths = (replied?.from?.id === ctx.me.id ? replied.reply_markup?.inline_keyboard.flat() : [])?.flatMap(
		(button) => ('callback_data' in button ? [button.callback_data] : []),
	);
	const subjects = (paths ?? []).flatMap((path) => {
		const asked = questionOf(path.slice(0, path.lastIndexOf('/') + 1), undefined, now);
		const answered = parseFeedbackPath(path);
		return asked?.subject ?? (path.startsWith('/feedback/') ? answered?.carrier : undefined) ?? [];
	});
	const [subject, ...others] = new Set(subjects);
	return subject !== undefined && others.length === 0 ? { subject, until: now + MINUTES * 60_000 } : undefined;
}

/** Opens a question before its screen is drawn, which shows the name that the person gave. */
export function ask(ctx: BotContext, now: number, question: Omit<Asked, 'until'>): void {
	ctx.person = { ...ctx.person, asked: { ...question, until: now + MINUTES * 60_000 } };
	ctx.asks = true;
}

/**
 * Keeps with the person which card they were asked about, so that a bare day is read by it: also after a restart, and by
 * every replica. Any other screen ends the question.
 */
export function rememberQuestion({ store, now }: Pick<Services, 'store' | 'now'>): MiddlewareFn<BotContext> {
	return async (ctx, next) => {
		await next();
		const { shown, from, person } = ctx;
		if (shown === undefined || !from) {
			return;
		}
		// In a group the way to the private chat is shown, where the name that was given is wanted.
		const asked = isPrivate(ctx) ? questionOf(shown, person.asked, now()) : person.asked;
		const isChanged = isPrivate(ctx) ? asked || (person.asked && !shown.startsWith(PRIVACY)) : ctx.asks;
		if (isChanged) {
			// Without it a bare day is read as before; the screen itself is right.
			await store.changePerson(from.id, { asked }).catch(() => undefined);
		}
	};
}

/** The question of a screen, with the name that was given in the one before, and the answer from which it was opened. */
function questionOf(shown: string, before: Asked | undefined, now: number): Asked | undefined {
	const { subject, meaning, kept } = QUESTION.exec(shown)?.groups ?? {};
	const about = kept ?? (subject !== undefined && !NO_SUBJECT.test(subject) ? subject : undefined);
	if (about === undefined) {
		return undefined;
	}
	const from = parseRemindFromPath(shown);
	const { label, back } = before?.subject === about ? before : {};
	return {
		subject: about,
		until: now + MINUTES * 60_000,
		...(label ? { label } : {}),
		...(meaning === 'end' || meaning === 'notice' ? { meaning } : {}),
		...(from ? { back: answerPath(from) } : back ? { back } : {}),
	};
}
