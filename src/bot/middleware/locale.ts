import type { NextFunction } from 'grammy';
import type { BotContext } from '../context.ts';
import type { Deps } from '../deps.ts';

/** Finds the language of whoever sent the update: chosen with /lang, else Telegram's, else the operator's default. */
export function createLocale({ i18n, store, defaultLocale }: Deps) {
	return async function locale(ctx: BotContext, next: NextFunction): Promise<void> {
		const chosen = ctx.from ? await store.readLocale(ctx.from.id) : undefined;
		ctx.locale = known(chosen, i18n) ?? i18n.negotiate(ctx.from?.language_code) ?? defaultLocale;
		ctx.t = i18n.translator(ctx.locale);
		await next();
	};
}

/** A language may have been taken out since it was chosen. */
function known(locale: string | undefined, i18n: Deps['i18n']): string | undefined {
	return i18n.locales.find(({ id }) => id === locale)?.id;
}
