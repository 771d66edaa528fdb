import type { User } from 'grammy/types';
import type { AdminCheck } from '../admin-check.ts';
import { isGroup, isPrivate, readGroup } from '../chat.ts';
import type { Audience, BotContext } from '../context.ts';
import type { Deps } from '../deps.ts';
import type { Link } from '../router.ts';
import { isAnonymousAdmin, personBehind, repliedMessage, tappedMessage } from '../sender.ts';

/** Finds out all that every answer depends on: what its group wants, who will see it, and in what language. */
export function createGetToKnow(deps: Deps, isAdmin: AdminCheck, setLocale: SetLocale): Link {
	return async (ctx, next) => {
		await readGroup(deps, ctx);
		await findAudience(isAdmin, ctx);
		await setLocale(ctx, senderOf(ctx));
		await next();
	};
}

/** Finds out who will see the answer. Who asked is read from the message that was answered, so nothing is kept for it. */
export async function findAudience(isAdmin: AdminCheck, ctx: BotContext): Promise<void> {
	ctx.audience = isGroup(ctx) ? await audienceInGroup(ctx, isAdmin) : isPrivate(ctx) ? 'private' : 'inline';
}

async function audienceInGroup(ctx: BotContext, isAdmin: AdminCheck): Promise<Audience> {
	if (!ctx.callbackQuery) {
		return ctx.msg?.ephemeral_message_id === undefined ? 'group' : 'ephemeral';
	}
	const screen = tappedMessage(ctx);
	if (!screen || screen.ephemeral_message_id !== undefined) {
		return 'ephemeral';
	}
	const question = repliedMessage(screen);
	// Nobody can tell which administrator asked, so each of them may have been it.
	const isAsker = isAnonymousAdmin(question)
		? await isAdmin(ctx)
		: personBehind(question)?.id === ctx.callbackQuery.from.id;
	return isAsker ? 'group' : 'ephemeral';
}

/** Sets in what language and form somebody is answered. */
export type SetLocale = (ctx: BotContext, person: User | undefined) => Promise<void>;

/** Whoever sent the update. */
export function senderOf(ctx: BotContext): User | undefined {
	return ctx.callbackQuery || !ctx.msg ? ctx.from : personBehind(ctx.msg);
}

/**
 * The language that the group's administrators set, for what the whole group sees; else the person's own: chosen with
 * /lang, or Telegram's; else the operator's default.
 */
export function createSetLocale({ i18n, store, defaultLocale, richMessages }: Deps): SetLocale {
	const known = (id: string | undefined): string | undefined => i18n.locales.find((locale) => locale.id === id)?.id;
	return async (ctx, person) => {
		ctx.person = person ? await store.readPerson(person.id) : {};
		const { locale, rich } = ctx.person;
		// A language may have been taken out since it was chosen.
		const forAll = ctx.audience === 'group' ? known(ctx.group?.locale) : undefined;
		ctx.locale = forAll ?? known(locale) ?? i18n.negotiate(person?.language_code) ?? defaultLocale;
		ctx.t = i18n.translator(ctx.locale);
		ctx.rich = ctx.audience === 'group' ? richMessages : (rich ?? richMessages);
	};
}
