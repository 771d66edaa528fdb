import type { GroupSettings, PersonSettings } from '../../../storage/settings.ts';
import { isGroup } from '../../chat.ts';
import type { BotContext } from '../../context.ts';
import type { Deps } from '../../deps.ts';

const PATH = '/settings/';

/** What the buttons that switch something are called in their path, and what they set. */
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

/** Carries a switch out, where it is there for whom it may concern. */
export async function change(deps: Deps, ctx: BotContext, name: string): Promise<string> {
	const own = OWN_SWITCHES.get(name);
	if (own && !isGroup(ctx) && ctx.from) {
		await deps.store.changePerson(ctx.from.id, own);
		ctx.rich = own.rich ?? ctx.rich;
	}
	const forGroup = GROUP_SWITCHES.get(name);
	return forGroup ? changeGroup(deps, ctx, forGroup) : PATH;
}

/** What is drawn next already shows the change. */
export async function changeGroup({ store }: Deps, ctx: BotContext, change: Partial<GroupSettings>): Promise<string> {
	if (isGroup(ctx) && ctx.group) {
		await store.changeGroup(ctx.chat.id, change);
		ctx.group = { ...ctx.group, ...change };
	}
	return PATH;
}
