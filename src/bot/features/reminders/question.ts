import type { MiddlewareFn } from 'grammy';
import type { Asked } from '../../../storage/settings.ts';
import { isPrivate } from '../../chat.ts';
import type { BotContext } from '../../context.ts';
import type { Services } from '../../deps.ts';
import { PRIVACY, REMINDERS } from '../../paths.ts';

/** How long a question waits for its answer. */
const MINUTES = 10;

/** A screen that asks for a day, or shows what follows from one: /remind/povo/, /remind/date/2027-03-01/ */
const QUESTION = new RegExp(`^${REMINDERS}([\\w-]+)/(?:\\d{4}-\\d{2}-\\d{2}/)?$`);
/** Other screens of the reminders. */
const NO_SUBJECTS: readonly string[] = ['pick', 'zone'];

/** The question that a person was asked and has not answered, if it still waits. */
export function openQuestion({ person }: BotContext, now: number): Asked | undefined {
	return person.asked && person.asked.until > now ? person.asked : undefined;
}

/**
 * Keeps with the person which card they were asked about, so that a bare day is read by it: also after a restart, and by
 * every replica. Any other screen ends the question.
 */
export function rememberQuestion({ store, now }: Pick<Services, 'store' | 'now'>): MiddlewareFn<BotContext> {
	return async (ctx, next) => {
		await next();
		const { shown, from, person } = ctx;
		if (shown === undefined || !from || !isPrivate(ctx)) {
			return;
		}
		const asked = questionOf(shown, person.asked, now());
		if (asked || (person.asked && !shown.startsWith(PRIVACY))) {
			// Without it a bare day is read as before; the screen itself is right.
			await store.changePerson(from.id, { asked }).catch(() => undefined);
		}
	};
}

/** The question of a screen, with the name that was given in the one before. */
function questionOf(shown: string, before: Asked | undefined, now: number): Asked | undefined {
	const subject = QUESTION.exec(shown)?.[1];
	if (subject === undefined || NO_SUBJECTS.includes(subject) || subject.startsWith('one-')) {
		return undefined;
	}
	const label = before?.subject === subject ? before.label : undefined;
	return { subject, until: now + MINUTES * 60_000, ...(label ? { label } : {}) };
}
