import type { BotContext } from '../context.ts';
import type { Open } from '../deliver/open.ts';
import { redirectToPrivate } from '../deliver/point-to-private.ts';
import type { Deps } from '../deps.ts';
import type { Link } from '../router.ts';
import { PRIVATE_ONLY } from '../screens/notices.ts';

/** Screens that show or change what is kept about one person. */
const PRIVATE_PATH = /^\/(?:mycard|remind|privacy)\//;
const REMINDERS = /^\/remind\//;
const KEPT = /^\/privacy\//;

/**
 * One's cards, reminders and data are nobody else's business: outside the private chat the way there is shown instead.
 * There, what these screens show is read before they are drawn.
 */
export function openPrivately({ store }: Deps, open: Open): Open {
	return (ctx, path, extras) => {
		if (!PRIVATE_PATH.test(path)) {
			return open(ctx, path, extras);
		}
		return ctx.audience === 'private'
			? read(store, ctx, path).then(() => open(ctx, path, extras))
			: open(ctx, PRIVATE_ONLY, { link: path });
	};
}

/** The same for taps, before what they do is done. */
export function createPrivateTaps({ store }: Deps): Link {
	return (ctx, next) => {
		const path = ctx.callbackQuery?.data ?? '';
		if (!PRIVATE_PATH.test(path)) {
			return next();
		}
		return ctx.audience === 'private' ? read(store, ctx, path).then(next) : redirectToPrivate(ctx, path);
	};
}

/** Reads what the screen of a path shows. */
async function read(store: Deps['store'], ctx: BotContext, path: string): Promise<void> {
	const personId = ctx.from?.id ?? 0;
	if (REMINDERS.test(path)) {
		ctx.reminders = await store.listReminders(personId);
	}
	if (KEPT.test(path)) {
		ctx.kept = JSON.stringify(await store.exportPerson(personId), undefined, 1);
	}
}
