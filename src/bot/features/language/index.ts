import { Composer } from 'grammy';
import { bold, plain } from '../../../answer/document.ts';
import type { Locale } from '../../../i18n/i18n.ts';
import { senderOf } from '../../chat.ts';
import type { BotContext, LoadSettings } from '../../context.ts';
import type { Deliver } from '../../deliver/index.ts';
import type { Content, Services } from '../../deps.ts';
import { HOME, LANGUAGES } from '../../paths.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import type { ScreenNode } from '../../screens/screen.ts';

type Parts = Pick<Content, 'i18n'> & Pick<Services, 'store'>;

/** Every language under its own name, so that nobody has to read a foreign one to find theirs. */
export function languageScreens({ i18n }: Pick<Content, 'i18n'>, { store }: Pick<Services, 'store'>): ScreenNode {
	return {
		screen: ({ t }) => ({
			document: [{ kind: 'title', content: bold(t('screen.languageTitle')) }],
			rows: [
				...inRows(i18n.locales.map(({ id, name }) => ({ text: name, path: `${LANGUAGES}${id}` }))),
				backRow(t, HOME),
			],
		}),
		children: new Map(),
		action: {
			trigger: /[\w-]+$/,
			run: async (ctx, [wanted]) => {
				await choose({ i18n, store }, ctx, wanted);
				// Home in the new language is the shortest proof that it worked.
				return HOME;
			},
		},
	};
}

/** `/lang ja` changes the language at once; `/lang` alone shows the choice. */
export function languageCommand(parts: Parts, deliver: Deliver, loadSettings: LoadSettings): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	composer.command('lang', async (ctx) => {
		if (ctx.match.trim() === '') {
			return deliver(ctx, LANGUAGES);
		}
		if (!senderOf(ctx)) {
			// All who write as a group share one sender, whose language nobody can have chosen.
			return deliver(ctx, HOME, { notice: plain(ctx.t('notice.anonymous')) });
		}
		if (!(await choose(parts, ctx, ctx.match))) {
			return deliver(ctx, LANGUAGES, { notice: plain(ctx.t('notice.unknownLanguage')) });
		}
		await loadSettings(ctx, ctx.from);
		return deliver(ctx, HOME, { notice: plain(ctx.t('notice.languageSet')) });
	});
	return composer;
}

/** Longer than every name of a language. */
const MAX_LENGTH = 64;

async function choose({ i18n, store }: Parts, ctx: BotContext, words: string): Promise<Locale | undefined> {
	const locale = i18n.find(words.slice(0, MAX_LENGTH));
	if (locale && ctx.from) {
		await store.changePerson(ctx.from.id, { locale });
	}
	return locale;
}
