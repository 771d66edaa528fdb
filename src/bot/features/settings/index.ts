import { Composer } from 'grammy';
import type { GroupSettings, PersonSettings } from '../../../storage/settings.ts';
import { isGroup } from '../../chat.ts';
import type { BotContext } from '../../context.ts';
import type { Deliver } from '../../deliver/index.ts';
import type { Content, Services } from '../../deps.ts';
import { SETTINGS } from '../../paths.ts';
import type { ScreenNode } from '../../screens/screen.ts';
import { changeGroup, groupChildren, groupScreen } from './group-screens.ts';
import { ownScreen, sampleNode } from './own-screens.ts';

/** The names of the switches in a path, and what they set. */
const GROUP_SWITCHES: ReadonlyMap<string, Partial<GroupSettings>> = new Map([
	['short', { short: true }],
	['full', { short: false }],
	['greet', { greeting: true }],
	['quiet', { greeting: false }],
]);
const OWN_SWITCHES: ReadonlyMap<string, Partial<PersonSettings>> = new Map([
	['rich', { rich: true }],
	['text', { rich: false }],
]);

/** In private one's own settings, in a group those of the group. */
export function settingsScreens(content: Content, services: Services): ScreenNode {
	return {
		access: 'admins',
		screen: (view) => (view.group ? groupScreen(content, view, view.group) : ownScreen(view)),
		children: new Map([...groupChildren(content, services), ['sample', sampleNode(content)]]),
		action: {
			trigger: /(short|full|greet|quiet|rich|text)$/,
			run: (ctx, [name]) => change(services, ctx, name),
		},
	};
}

/** Carries a switch out, where it is there for whom it may concern. */
async function change(services: Services, ctx: BotContext, name: string): Promise<string> {
	const own = OWN_SWITCHES.get(name);
	if (own && !isGroup(ctx) && ctx.from) {
		await services.store.changePerson(ctx.from.id, own);
	}
	const forGroup = GROUP_SWITCHES.get(name);
	return forGroup ? changeGroup(services, ctx, forGroup) : SETTINGS;
}

/** `/settings` */
export function settingsCommand(deliver: Deliver): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	composer.command('settings', (ctx) => deliver(ctx, SETTINGS));
	return composer;
}
