import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { bold, plain } from '../../../answer/document.ts';
import { repliedMessage } from '../../chat.ts';
import type { BotContext } from '../../context.ts';
import type { Deliver } from '../../deliver/index.ts';
import type { Content, Services } from '../../deps.ts';
import { CHECK, HOME } from '../../paths.ts';
import { backRow } from '../../screens/layout.ts';
import { leafScreen, type ScreenNode } from '../../screens/screen.ts';
import { guideButtons } from '../guides/guide-button.ts';
import { resolveCheck } from './resolve.ts';

/** Says how to have a message checked. The answers themselves are drawn once, and kept nowhere. */
export function checkScreens({ catalogue }: Pick<Content, 'catalogue'>): ScreenNode {
	return leafScreen(({ locale, t }) => {
		const guide = catalogue.guide('suspicious-message');
		return {
			document: [
				{ kind: 'title', content: bold(t('check.title')) },
				{ kind: 'paragraph', content: plain(t('check.ask')) },
				{ kind: 'footer', content: plain(t('check.kept')) },
			],
			rows: [...guideButtons(guide, { locale }).map((button) => [button]), backRow(t, HOME)],
		};
	});
}

/** `/check` and the message behind it, or as a reply to it. */
export function checkCommand(deps: Content & Pick<Services, 'today'>, deliver: Deliver): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	composer.command('check', async (ctx) => {
		const text = ctx.match.trim() || repliedText(ctx, ctx.msg);
		const { path, ...extras } = text === '' ? { path: CHECK } : resolveCheck(deps, ctx, { text, today: deps.today() });
		await deliver(ctx, path, extras);
	});
	return composer;
}

/** What is quoted, or else the whole message that is replied to, unless the bot itself wrote it. */
export function repliedText({ me }: BotContext, message: Message): string {
	const replied = repliedMessage(message);
	const whole = replied?.from?.id === me.id ? '' : (replied?.text ?? replied?.caption ?? '');
	return (message.quote?.text ?? whole).trim();
}
