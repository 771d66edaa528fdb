import type { User } from 'grammy/types';
import { authorOf } from '../asker.ts';
import type { BotContext } from '../context.ts';
import type { Deps } from '../deps.ts';

/** Sets in what language and form somebody is answered. */
export type SpeakTo = (ctx: BotContext, person: User | undefined) => Promise<void>;

/** Whoever sent the update. */
export function senderOf(ctx: BotContext): User | undefined {
	return ctx.callbackQuery || !ctx.msg ? ctx.from : authorOf(ctx.msg);
}

/**
 * The language that the group's administrators set, for what the whole group sees; else the person's own: chosen with
 * /lang, or Telegram's; else the operator's default.
 */
export function createSpeakTo({ i18n, store, defaultLocale, richMessages }: Deps): SpeakTo {
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
