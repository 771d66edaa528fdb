import { bold } from '../../../answer/document.ts';
import type { Deps } from '../../deps.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import type { ScreenNode } from '../../screens/screen.ts';

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
export function zoneNode({ store }: Deps): ScreenNode {
	return {
		screen: ({ t }) => ({
			document: [{ kind: 'title', content: bold(t('remind.pickZone')) }],
			rows: [
				...inRows(ZONES.map((zone) => ({ text: t(`zone.${zone}`), path: `/remind/zone/${zone.replace('/', '.')}` }))),
				backRow(t, '/remind/'),
			],
		}),
		children: new Map(),
		action: {
			trigger: /[A-Z][A-Za-z]+\.[A-Za-z_]+$/,
			run: async (ctx, [wanted]) => {
				const timeZone = ZONES.find((zone) => zone.replace('/', '.') === wanted);
				if (timeZone && ctx.from) {
					await store.changePerson(ctx.from.id, { timeZone });
					ctx.person = { ...ctx.person, timeZone };
				}
				return '/remind/';
			},
		},
	};
}
