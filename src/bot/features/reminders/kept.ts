import { bold, plain } from '../../../answer/document.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { Reminder } from '../../../storage/reminder.ts';
import type { BotContext } from '../../context.ts';
import type { Services } from '../../deps.ts';
import { REMINDERS, reminderPath } from '../../paths.ts';
import { subjectText } from '../../screens/format.ts';
import { backRow } from '../../screens/layout.ts';
import type { Screen, View } from '../../screens/screen.ts';

/** The reminder that a path speaks of: /remind/one-12345678/ and all below it. */
export function findReminder(reminders: readonly Reminder[], path: string): Reminder | undefined {
	return reminders.find(({ id }) => path.startsWith(reminderPath(id)));
}

/** All reminders of whoever asks. */
export function loadReminders({ store }: Pick<Services, 'store'>) {
	return ({ from }: Pick<BotContext, 'from'>): Promise<Reminder[]> => store.listReminders(from?.id ?? 0);
}

/** In the place of a reminder that is no longer there: what it was, and the way to have it back, or that it is gone. */
export function goneScreen(catalogue: Catalogue, view: View): Screen {
	const { t, path, person } = view;
	const removed = person.removed?.find(({ id, reminder }) => reminder && path.startsWith(reminderPath(id)));
	if (!removed?.reminder) {
		return { document: [{ kind: 'paragraph', content: plain(t('remind.gone')) }], rows: [backRow(t, REMINDERS)] };
	}
	const subject = subjectText(catalogue, removed.reminder, view);
	return {
		document: [{ kind: 'paragraph', content: bold(t('remind.stopped', { subject })) }],
		rows: [[{ text: t('button.undo'), path: `${reminderPath(removed.id)}undo` }], backRow(t, REMINDERS)],
	};
}
