import { plain, withNotice } from '../answer/document.ts';
import { renderText } from '../answer/render-text.ts';
import { noticeScreens } from '../bot/all-screens.ts';
import { COMMANDS } from '../bot/commands.ts';
import type { Content } from '../bot/deps.ts';
import { offerNearest, resolveReading } from '../bot/features/free-text/resolve.ts';
import { homeScreens } from '../bot/features/home/index.ts';
import { languageScreens } from '../bot/features/language/index.ts';
import { resolveCommand } from '../bot/features/procedure/command.ts';
import type { Resolved } from '../bot/features/procedure/resolve.ts';
import { HOME, toPayload } from '../bot/paths.ts';
import { type Button, findScreen, type View } from '../bot/screens/screen.ts';
import { BASE_LOCALE } from '../i18n/read-locales.ts';
import { brokenStore } from '../storage/fallback.ts';

type Asked = { text: string; lang: string | undefined; today: string /** Milliseconds since 1970. */; now?: number };

/** Answers a command or plain words as the bot would in a private chat: plain text with the buttons below. */
export function answerText(content: Content, { text, lang, today, now = Date.parse(today) }: Asked): string {
	const locale = content.i18n.find(lang ?? BASE_LOCALE) ?? BASE_LOCALE;
	const view = viewIn(content, locale, today);
	const { path, notice, buttons = [] } = resolve(content, view, text.trim());
	const store = brokenStore('a terminal has no buttons to save with');
	const home = homeScreens({ ...content, store, now: () => now });
	const asked = [
		['notice', noticeScreens(content)],
		['lang', languageScreens(content, { store })],
	] as const;
	const screens = { ...home, children: new Map([...home.children, ...asked]) };
	const screen = findScreen(screens, path).node.screen(view, undefined);
	const rows = [...buttons.map((button) => [button]), ...screen.rows];
	return [
		renderText(withNotice(notice, screen.document)).text,
		'',
		...rows.map((row) => row.map(buttonText).join('  ')),
	].join('\n');
}

function resolve(content: Content, view: View, text: string): Resolved {
	const [, name, words = ''] = /^\/(\w+)\s*([\s\S]*)$/.exec(text) ?? [];
	const entry = COMMANDS.find(({ command }) => command === name);
	if (entry) {
		const path = 'path' in entry ? entry.path : HOME;
		return 'procedure' in entry ? resolveCommand(content, view, entry.procedure, words) : { path };
	}
	const reading = content.interpret(text, view);
	const notForUs = { path: HOME, notice: plain(view.t('notice.notForUs')) };
	return resolveReading(content, view, reading, 'private') ?? offerNearest(content, view, reading) ?? notForUs;
}

/** As alone with the bot, whose name a link would need. */
function viewIn({ i18n }: Content, locale: string, today: string): View {
	const linkTo = (path: string): string => `?start=${toPayload(path)}`;
	const t = i18n.translator(locale);
	return { locale, t, today, audience: 'private', rich: false, path: HOME, canShare: true, linkTo, person: {} };
}

function buttonText(button: Button): string {
	if ('url' in button) {
		return `[${button.text}] ${button.url}`;
	}
	return 'copy' in button ? `[${button.text}] ${button.copy}` : `[${button.text}]`;
}
