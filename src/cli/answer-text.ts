import { plain, withNotice } from '../answer/document.ts';
import { renderText } from '../answer/render-text.ts';
import { COMMANDS, type Command } from '../bot/commands.ts';
import { payloadOf } from '../bot/deep-link.ts';
import type { Extras } from '../bot/deliver/open.ts';
import type { Content } from '../bot/deps.ts';
import { resolveUnclear, resolveWords } from '../bot/features/free-text/resolve.ts';
import * as menu from '../bot/features/menu/index.ts';
import { resolveCommand } from '../bot/features/procedure/resolve.ts';
import { type Button, findScreen, type View } from '../bot/screens/screen.ts';
import { BASE_LOCALE } from '../i18n/read-locales.ts';

type Asked = { text: string; lang: string | undefined; today: string };

/** Answers a command or plain words as the bot would in a private chat: plain text with the buttons below. */
export function answerText(content: Content, { text, lang, today }: Asked): string {
	const locale = content.i18n.find(lang ?? BASE_LOCALE) ?? BASE_LOCALE;
	const view = viewIn(content, locale, today);
	const { path, notice, buttons = [] } = resolve(content, view, text.trim());
	const screen = findScreen(menu.menu(content, new Map()), path).place.screen(view);
	const rows = [...buttons.map((button) => [button]), ...screen.rows];
	return [
		renderText(withNotice(notice, screen.document)).text,
		'',
		...rows.map((row) => row.map(buttonText).join('  ')),
	].join('\n');
}

function resolve(content: Content, view: View, text: string): Extras & { path: string } {
	const [, name, words = ''] = /^\/(\w+)\s*([\s\S]*)$/.exec(text) ?? [];
	const entry: Command | undefined = COMMANDS.find(({ command }) => command === name);
	if (entry) {
		return resolveCommand(content, view, entry, words);
	}
	const notForUs = { path: '/', notice: plain(view.t('notice.notForUs')) };
	return resolveWords(content, view, text, 'private') ?? resolveUnclear(content, view, text) ?? notForUs;
}

/** As alone with the bot, whose name a link would need. */
function viewIn({ i18n }: Content, locale: string, today: string): View {
	const linkTo = (path: string): string => `?start=${payloadOf(path)}`;
	const nobody = { person: {}, reminders: [], kept: '' };
	return { locale, t: i18n.translator(locale), today, audience: 'private', rich: false, path: '/', linkTo, ...nobody };
}

function buttonText(button: Button): string {
	if ('url' in button) {
		return `[${button.text}] ${button.url}`;
	}
	return 'copy' in button ? `[${button.text}] ${button.copy}` : `[${button.text}]`;
}
