import { NO_CARRIER } from '../../../reminders/plan.ts';
import type { Reminder } from '../../../storage/reminder.ts';
import type { Content, Services } from '../../deps.ts';
import { REMINDER_NAME, REMINDERS, remindPath } from '../../paths.ts';
import { carrierChoice } from '../../screens/carrier-choice.ts';
import type { ScreenNode, View } from '../../screens/screen.ts';
import { dayNode } from './day-screen.ts';
import { loadReminders } from './kept.ts';
import { LIST_PAGES, listScreen } from './list-screen.ts';
import { reminderNode } from './reminder-screen.ts';
import { zoneNode } from './zone-screen.ts';

/** Reminders: those that are kept, and the way to a new one. */
export function reminderScreens(content: Content, services: Services): ScreenNode<readonly Reminder[]> {
	const { catalogue } = content;
	const title = ({ t }: View): string => t('remind.title');
	const choice = { path: remindPath('pick'), groups: catalogue.groups(), title, target: remindPath, back: REMINDERS };
	const subjects = [NO_CARRIER, ...catalogue.carriers.map(({ id }) => id)];
	const listNode = (page: number): ScreenNode<readonly Reminder[]> => ({
		load: loadReminders(services),
		screen: (view, reminders) =>
			listScreen(content, view, { reminders, isBroken: services.store.broken !== undefined, page }),
		children: new Map(),
	});
	return {
		...listNode(0),
		access: 'private',
		children: new Map<string, ScreenNode>([
			['pick', carrierChoice(choice)],
			['zone', zoneNode(services)],
			...LIST_PAGES.map((name, index): [string, ScreenNode] => [name, listNode(index + 1)]),
			...subjects.map((subject): [string, ScreenNode] => [subject, dayNode(content, services, subject)]),
		]),
		dynamic: { name: REMINDER_NAME, node: reminderNode(content, services) },
	};
}
