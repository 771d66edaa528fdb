import type { Context } from 'grammy';
import type { Locale, Translate } from '../i18n/i18n.ts';

/** Every update carries the language in which its person is answered. */
export type BotContext = Context & { locale: Locale; t: Translate };
