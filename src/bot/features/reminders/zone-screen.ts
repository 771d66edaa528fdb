import { bold } from '../../../answer/document.ts';
import { moveNotice } from '../../../reminders/schedule.ts';
import type { BotContext } from '../../context.ts';
import type { Services } from '../../deps.ts';
import { REMINDERS, TIME_ZONES } from '../../paths.ts';
import { zoneText } from '../../screens/format.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import type { ScreenNode } from '../../screens/screen.ts';
import { loadReminders } from './kept.ts';
import { replan } from './save.ts';

/** Where people are who have a line in Japan, most of the time. */
const ZONES = [
	...(['Asia/Tokyo', 'Asia/Shanghai', 'Asia/Taipei', 'Asia/Hong_Kong', 'Asia/Seoul', 'Asia/Bangkok'] as const),
	...([
		'Asia/Singapore',
		'Asia/Manila',
		'Asia/Kathmandu',
		'Australia/Sydney',
		'Europe/London',
		'Europe/Paris',
	] as const),
	...(['America/New_York', 'America/Los_Angeles'] as const),
];

/** Asks in which time zone 10:00 is meant. In a path a dot stands for the slash of its name. */
export function zoneNode(services: Services): ScreenNode {
	return {
		screen: ({ t }) => ({
			document: [{ kind: 'title', content: bold(t('remind.pickZone')) }],
			rows: [
				...inRows(ZONES.map((zone) => ({ text: t(`zone.${zone}`), path: `${TIME_ZONES}${zone.replace('/', '.')}` }))),
				backRow(t, REMINDERS),
			],
		}),
		children: new Map(),
		action: {
			trigger: /[A-Z][A-Za-z]+\.[A-Za-z_]+$/,
			run: async (ctx, [wanted]) => {
				const timeZone = ZONES.find((zone) => zone.replace('/', '.') === wanted);
				if (timeZone && ctx.from) {
					await services.store.changePerson(ctx.from.id, { timeZone });
					await moveReminders(services, ctx, timeZone);
				}
				return REMINDERS;
			},
		},
	};
}

/** What is planned already comes at the same hour there; what was put off comes when it was put off to. */
async function moveReminders(services: Services, ctx: BotContext, timeZone: string): Promise<void> {
	const reminders = await loadReminders(services)(ctx);
	const others = reminders.filter((one) => one.timeZone !== timeZone);
	for (const { due, ...reminder } of others) {
		const isFixed = due === undefined || due === reminder.snoozed;
		const moved = isFixed ? due : moveNotice(due, reminder.timeZone, timeZone);
		await replan(services, { ...reminder, timeZone, ...(moved === undefined ? {} : { due: moved }) });
	}
	if (others.length > 0) {
		const text = ctx.t('remind.zoneSet', { count: others.length, zone: zoneText(timeZone, ctx.t) });
		await ctx.answerCallbackQuery(text);
	}
}
