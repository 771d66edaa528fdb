import { Composer, InputFile } from 'grammy';
import { plain } from '../../../answer/document.ts';
import { isPrivate } from '../../chat.ts';
import type { BotContext } from '../../context.ts';
import type { Services } from '../../deps.ts';
import { PRIVACY } from '../../paths.ts';
import { backRow } from '../../screens/layout.ts';
import { leafScreen, type ScreenNode } from '../../screens/screen.ts';
import type { Kept, KeptContent } from './kept-lines.ts';
import { PAGE_NAME, privacyScreen } from './privacy-screen.ts';

/** What is kept about a person, in sentences; as it is stored, in a file; and the way to have it deleted. */
export function privacyScreens(content: KeptContent, services: Services): ScreenNode<Kept> {
	const { store } = services;
	const shown: Pick<ScreenNode<Kept>, 'load' | 'screen'> = {
		load: ({ from }) => store.exportPerson(from?.id ?? 0),
		screen: (view, kept) => privacyScreen(content, view, kept),
	};
	return {
		...shown,
		access: 'private',
		dynamic: { name: PAGE_NAME, node: { ...shown, children: new Map() } },
		children: new Map([['delete', deleteNode(services)]]),
		action: {
			trigger: /export$/,
			run: async (ctx) => {
				const kept = JSON.stringify(await store.exportPerson(ctx.from?.id ?? 0), undefined, 1);
				const file = new InputFile(Buffer.from(kept), 'nokori.json');
				await ctx.replyWithDocument(file, { caption: ctx.t('privacy.exported') });
				return PRIVACY;
			},
		},
	};
}

/** Asks once more: reminders that are gone do not come. */
function deleteNode({ store, queue }: Services): ScreenNode {
	return {
		...leafScreen(({ t }) => ({
			document: [{ kind: 'paragraph', content: plain(t('privacy.deleteSure')) }],
			rows: [
				[
					{ text: t('privacy.button.deleteNow'), path: `${PRIVACY}delete/yes` },
					{ text: t('privacy.button.keep'), path: PRIVACY },
				],
				backRow(t, PRIVACY),
			],
		})),
		action: {
			trigger: /yes$/,
			run: async (ctx: BotContext) => {
				const personId = ctx.from?.id ?? 0;
				await queue.forget(personId);
				await store.forgetPerson(personId);
				await ctx.answerCallbackQuery({ text: ctx.t('privacy.deleted'), show_alert: true });
				return PRIVACY;
			},
		},
	};
}

/** Notes that a person blocked the bot, or took it back: a month after a block everything about them is deleted. */
export function blocking({ store, now }: Services): Composer<BotContext> {
	const composer = new Composer<BotContext>();
	composer.filter(isPrivate).on('my_chat_member', async (ctx) => {
		const isBlocked = ctx.myChatMember.new_chat_member.status === 'kicked';
		await store.markBlocked(ctx.from.id, isBlocked ? now() : undefined);
	});
	return composer;
}
