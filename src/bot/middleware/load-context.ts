import type { Middleware } from 'grammy';
import type { Locale } from '../../i18n/i18n.ts';
import {
	isAnonymousAdmin,
	isGroup,
	isPrivate,
	personBehind,
	repliedMessage,
	senderOf,
	tappedMessage,
} from '../chat.ts';
import type { Audience, BotContext, LoadSettings } from '../context.ts';
import type { AdminCheck } from '../deliver/access.ts';
import type { Deps } from '../deps.ts';

/** Loads what every answer depends on: what its group wants, who will see it, and in what language. */
export function loadContext(isAdmin: AdminCheck, loadSettings: LoadSettings): Middleware<BotContext> {
	return async (ctx, next) => {
		ctx.audience = isGroup(ctx) ? await audienceInGroup(ctx, isAdmin) : isPrivate(ctx) ? 'private' : 'inline';
		await loadSettings(ctx, senderOf(ctx));
		await next();
	};
}

/** The asker is read from the message to which the screen replies, so nothing is stored for it. */
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

/**
 * The language is the one that the group's administrators set, for what the whole group sees; else the person's own:
 * chosen with /lang, or Telegram's, or where that is not told the one that the letters of their words tell; else the
 * group's, or the operator's default.
 */
export function createLoadSettings({ i18n, store, defaultLocale, richMessages }: Deps): LoadSettings {
	const known = (id: string | undefined): string | undefined => i18n.locales.find((locale) => locale.id === id)?.id;
	return async (ctx, person, words) => {
		if (isGroup(ctx)) {
			ctx.group = await store.readGroup(ctx.chat.id);
		}
		ctx.person = person ? await store.readPerson(person.id) : {};
		const { locale, rich } = ctx.person;
		// The chosen language may have been removed since.
		const ofGroup = known(ctx.group?.locale);
		const own = known(locale) ?? i18n.negotiate(person?.language_code) ?? spoken(i18n, ctx, words);
		ctx.locale = (ctx.audience === 'group' ? ofGroup : undefined) ?? own ?? ofGroup ?? defaultLocale;
		ctx.t = i18n.translator(ctx.locale);
		ctx.rich = ctx.audience === 'group' ? richMessages : (rich ?? richMessages);
	};
}

/** The language of what was written; after a tap, that of the screen that was tapped. */
function spoken(i18n: Deps['i18n'], ctx: BotContext, words: string | undefined): Locale | undefined {
	const { callbackQuery, inlineQuery, msg } = ctx;
	const keyboard = callbackQuery ? tappedMessage(ctx)?.reply_markup?.inline_keyboard : undefined;
	return keyboard
		? i18n.ofLabels(keyboard.flat().map(({ text }) => text))
		: i18n.ofWords(words ?? inlineQuery?.query ?? msg?.text ?? '');
}
