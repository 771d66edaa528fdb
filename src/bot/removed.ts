import { DAY_IN_MS } from '../dates/day.ts';
import { MAX_REMOVED, type Removed } from '../storage/settings.ts';
import type { Store } from '../storage/store.ts';
import type { BotContext } from './context.ts';

/** Keeps what a person is about to remove, so that they can have it back. What they removed days ago goes with it. */
export async function keepRemoved(
	store: Pick<Store, 'changePerson'>,
	ctx: BotContext,
	removed: Removed,
): Promise<void> {
	const others = (ctx.person.removed ?? []).filter(({ id, at }) => id !== removed.id && at > removed.at - DAY_IN_MS);
	if (ctx.from) {
		await store.changePerson(ctx.from.id, { removed: [...others, removed].slice(-MAX_REMOVED) });
	}
}

/** Forgets what a person has back. */
export async function forgetRemoved(store: Pick<Store, 'changePerson'>, ctx: BotContext, id: string): Promise<void> {
	const others = (ctx.person.removed ?? []).filter((one) => one.id !== id);
	if (ctx.from) {
		await store.changePerson(ctx.from.id, { removed: others.length > 0 ? others : undefined });
	}
}
