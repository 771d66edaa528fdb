import { Composer } from 'grammy';
import { isAnonymousAdmin, isGroup, repliedMessage, tappedMessage } from '../chat.ts';
import type { BotContext, LoadSettings } from '../context.ts';
import { findScreen, type ScreenNode } from '../screens/screen.ts';
import { type AccessCheck, type Refused, redirectToPrivate } from './access.ts';
import type { Deliver } from './index.ts';

type Parts = { allows: AccessCheck; deliver: Deliver; loadSettings: LoadSettings };

/**
 * Takes taps on the menu's buttons: does what the button does, and shows the screen of its path, or the nearest above.
 */
export function menuTaps(root: ScreenNode, { allows, deliver, loadSettings }: Parts): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	composer.callbackQuery(/^\//, async (ctx) => {
		const { data } = ctx.callbackQuery;
		const { access } = findScreen(root, data);
		const verdict = await allows(ctx, access);
		if (verdict !== 'allowed') {
			return refuse(ctx, verdict, data);
		}
		if (access === 'admins' && isGroup(ctx)) {
			// Settings are every administrator's own menu, whoever opened it.
			ctx.audience = tappedMessage(ctx)?.ephemeral_message_id === undefined ? 'group' : 'ephemeral';
		}
		const action = findAction(root, data);
		const target = action ? await action(ctx) : data;
		if (action) {
			// It may have changed them.
			await loadSettings(ctx, ctx.from);
		}
		if (target !== undefined) {
			await deliver(ctx, findScreen(root, target).path);
		}
	});
	return composer;
}

async function refuse(ctx: BotContext, verdict: Refused, path: string): Promise<void> {
	if (verdict === 'private-only') {
		return redirectToPrivate(ctx, path);
	}
	// Who asked as the group taps as themselves. Telegram tells neither whether that is the same person.
	const isAnonymous = isAnonymousAdmin(repliedMessage(tappedMessage(ctx)));
	const text = ctx.t(isAnonymous ? 'settings.adminsOnlyAnonymous' : 'settings.adminsOnly');
	await ctx.answerCallbackQuery({ text, show_alert: isAnonymous });
}

type BoundAction = (ctx: BotContext) => Promise<string | undefined>;

/** What the button of this callback data does, if its screen is still there. */
function findAction(root: ScreenNode, data: string): BoundAction | undefined {
	const start = data.lastIndexOf('/') + 1;
	const parent = data.slice(0, start);
	const { node, path } = findScreen(root, parent);
	const match = path === parent ? node.action?.trigger.exec(data.slice(start)) : undefined;
	// A trigger says how a name ends; it must be the whole name.
	return match?.index === 0
		? (ctx) => (node.action ? node.action.run(ctx, match, path) : Promise.resolve(data))
		: undefined;
}
