import { bold, plain } from '../../../answer/document.ts';
import type { Locale } from '../../../i18n/i18n.ts';
import type { BotContext } from '../../context.ts';
import type { Open } from '../../deliver/open.ts';
import type { Deps } from '../../deps.ts';
import { command, type Route } from '../../router.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import type { ScreenNode } from '../../screens/screen.ts';

/** Every language under its own name, so that nobody has to read a foreign one to find theirs. */
export function menu(deps: Deps): ScreenNode {
	return {
		screen: ({ t }) => ({
			document: [{ kind: 'title', content: bold(t('screen.languageTitle')) }],
			rows: [
				...inRows(deps.i18n.locales.map(({ id, name }) => ({ text: name, path: `/lang/${id}` }))),
				backRow(t, '/'),
			],
		}),
		children: new Map(),
		action: {
			trigger: /([\w-]+)$/,
			run: async (ctx, match) => {
				await choose(deps, ctx, match[1] ?? '');
				// Home in the new language is the shortest proof that it worked.
				return '/';
			},
		},
	};
}

/** `/lang ja` changes the language at once; `/lang` alone shows the choice. */
export function routes(deps: Deps, open: Open): Route[] {
	return [
		command('lang', async (ctx) => {
			if (ctx.match.trim() === '') {
				return open(ctx, '/lang/');
			}
			const known = await choose(deps, ctx, ctx.match);
			return known
				? open(ctx, '/', { notice: plain(ctx.t('notice.languageSet')) })
				: open(ctx, '/lang/', { notice: plain(ctx.t('notice.unknownLanguage')) });
		}),
	];
}

async function choose({ i18n, store }: Deps, ctx: BotContext, words: string): Promise<Locale | undefined> {
	const locale = i18n.find(words.slice(0, 64));
	if (locale && ctx.from) {
		await store.changePerson(ctx.from.id, { locale });
		// What follows is already in the new language.
		ctx.locale = locale;
		ctx.t = i18n.translator(locale);
	}
	return locale;
}
