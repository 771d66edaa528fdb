import { Composer, InputFile } from 'grammy';
import { bold, type Document, plain } from '../../../answer/document.ts';
import { isPrivate } from '../../chat.ts';
import type { BotContext } from '../../context.ts';
import type { Services } from '../../deps.ts';
import { HOME, PRIVACY } from '../../paths.ts';
import { backRow } from '../../screens/layout.ts';
import { leafScreen, type Screen, type ScreenNode, type View } from '../../screens/screen.ts';

/** Telegram shows 4,096 characters; the rest of the screen needs room too. The file has all of it. */
const MAX_SHOWN = 2000;

/** What is stored about a person; the same as a file; and the way to have it deleted. */
export function privacyScreens(services: Services): ScreenNode<string> {
	const { store } = services;
	return {
		access: 'private',
		load: ({ from }) => exported(services, from?.id ?? 0),
		screen: privacyScreen,
		children: new Map([['delete', deleteNode(services)]]),
		action: {
			trigger: /export$/,
			run: async (ctx) => {
				const file = new InputFile(Buffer.from(await exported({ store }, ctx.from?.id ?? 0)), 'nokori.json');
				await ctx.replyWithDocument(file, { caption: ctx.t('privacy.exported') });
				return PRIVACY;
			},
		},
	};
}

/** Everything that is stored about a person, as JSON. */
async function exported({ store }: Pick<Services, 'store'>, personId: number): Promise<string> {
	return JSON.stringify(await store.exportPerson(personId), undefined, 1);
}

function privacyScreen({ t }: View, stored: string): Screen {
	const texts = ['screen.privacyKept', 'screen.privacyMisses', 'screen.privacyNot', 'screen.privacyBlocked'] as const;
	const document: Document = [
		{ kind: 'title', content: bold(t('screen.privacyTitle')) },
		...texts.map((key) => ({ kind: 'paragraph' as const, content: plain(t(key)) })),
		{ kind: 'heading', content: bold(t('privacy.kept')) },
		{ kind: 'paragraph', content: [{ text: stored.slice(0, MAX_SHOWN), style: 'code' }] },
	];
	return {
		document,
		rows: [
			[
				{ text: t('privacy.button.export'), path: `${PRIVACY}export` },
				{ text: t('privacy.button.delete'), path: `${PRIVACY}delete/` },
			],
			backRow(t, HOME),
		],
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
				// First, while it is still known what was scheduled.
				for (const { due: _gone, ...reminder } of await store.listReminders(personId)) {
					await queue.schedule(reminder);
				}
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
