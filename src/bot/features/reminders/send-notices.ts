import type { Api } from 'grammy';
import type { Message } from 'grammy/types';
import { nextNoticeOf, planOf } from '../../../reminders/plan.ts';
import type { OnDue } from '../../../reminders/queue.ts';
import type { Reminder } from '../../../storage/reminder.ts';
import { textBody, withRichFallback } from '../../deliver/render.ts';
import type { Deps } from '../../deps.ts';
import { toKeyboard } from '../../screens/keyboard.ts';
import { refusalOf } from '../../telegram-errors.ts';
import type { Unsupported } from '../../unsupported.ts';
import { LATE_MS, noticeScreen, summaryScreen } from './notice.ts';
import { replan } from './save.ts';

/** So often even restarts in a row do not meet the same notice. */
const SUSPICIOUS_TRIES = 5;

/** Makes the callback for due reminders: it sends their notices and counts them. */
export function createOnDue(deps: Deps, post: Post): OnDue {
	const { metrics, now, log } = deps;
	return async (due) => {
		const tries = Math.max(...due.map((one) => one.tries));
		if (tries >= SUSPICIOUS_TRIES) {
			log.warn({ tries }, 'a notice is still not sent, trying again');
		}
		metrics.reminders('due', due.length);
		metrics.reminders('late', due.filter((one) => now() - (one.due ?? now()) > LATE_MS).length);
		try {
			await sendNotices(deps, post, due);
			metrics.reminders('sent', due.length);
		} catch (error) {
			metrics.reminders('failed', due.length);
			throw error;
		}
	};
}

/** How a reminder, which answers no update, gets to Telegram. */
export type Post = { api: Api; unsupported: Unsupported };

/**
 * Sends what is due to one person, and plans what comes next. Only then is a notice done: whoever is killed in between
 * leaves it to be sent again, since twice is better than never.
 * @throws what Telegram answered when it should be tried again later
 */
export async function sendNotices(deps: Deps, post: Post, due: readonly Reminder[]): Promise<void> {
	const [first] = due;
	if (!first) {
		return;
	}
	try {
		await send(deps, post, due);
	} catch (error) {
		if (refusalOf(error) !== 'forbidden') {
			throw error;
		}
		// The person blocked the bot, or the account is gone.
		await Promise.all(due.map(({ personId, id }) => deps.store.removeReminder(personId, id)));
		await deps.store.markBlocked(first.personId, deps.now());
		return;
	}
	// The person may have stopped some meanwhile; saving them would bring them back.
	const kept = new Set((await deps.store.listReminders(first.personId)).map(({ id }) => id));
	for (const reminder of due.filter(({ id }) => kept.has(id))) {
		await planNext(deps, reminder);
	}
}

async function send(deps: Deps, { api, unsupported }: Post, due: readonly Reminder[]): Promise<void> {
	const [first, ...others] = due;
	if (!first) {
		return;
	}
	const { personId } = first;
	const person = await deps.store.readPerson(personId);
	// The language may have been changed since, or removed.
	const locale = deps.i18n.locales.find(({ id }) => id === person.locale)?.id ?? first.locale;
	const reader = { locale, t: deps.i18n.translator(locale) };
	const when = { now: deps.now(), today: deps.today() };
	const { document, rows } =
		others.length > 0 ? summaryScreen(deps, due, reader, when.now) : noticeScreen(deps, first, reader, when);
	const keyboard = (await toKeyboard(rows)).map((row) => [...row]);
	const options = { reply_markup: { inline_keyboard: keyboard } };
	await withRichFallback(
		{ document, text: textBody(document), rich: person.rich ?? deps.richMessages },
		{ unsupported, chatId: personId },
		(body): Promise<Message> => {
			if ('rich_message' in body) {
				return api.sendRichMessage(personId, body.rich_message, options);
			}
			const { text, ...rest } = body;
			return api.sendMessage(personId, text, { ...options, ...rest });
		},
	);
}

/** After a downtime the notices that were missed are not made up for one by one: what comes next lies ahead. */
async function planNext(deps: Deps, { due: _due, snoozed: _snoozed, ...reminder }: Reminder): Promise<void> {
	const question = { timeZone: reminder.timeZone, after: deps.now(), told: true };
	const due = nextNoticeOf(planOf(deps.catalogue, reminder), question);
	await replan(deps, { ...reminder, ...(due === undefined ? {} : { due }) });
}
