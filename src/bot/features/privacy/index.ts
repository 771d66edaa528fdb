import { InputFile } from 'grammy';
import { bold, type Document, plain } from '../../../answer/document.ts';
import type { BotContext } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import { backRow } from '../../screens/layout.ts';
import { leafScreen, type Screen, type ScreenNode, type View } from '../../screens/screen.ts';

const PATH = '/privacy/';
/** Telegram shows 4,096 characters; the rest of the screen needs room too. The file has all of it. */
const MAX_SHOWN = 2000;

/** What is kept about a person, as it is stored; as a file; and the way to have it deleted. */
export function menu(deps: Deps): ScreenNode {
	return {
		screen: (view) => mainScreen(view),
		children: new Map([['delete', deleteNode(deps)]]),
		action: { trigger: /export$/, run: (ctx) => exportAll(ctx) },
	};
}

function mainScreen({ t, kept, audience }: View): Screen {
	const stored: Document =
		audience === 'private'
			? [
					{ kind: 'heading', content: bold(t('privacy.kept')) },
					{ kind: 'paragraph', content: [{ text: kept.slice(0, MAX_SHOWN), style: 'code' }] },
				]
			: [];
	return {
		document: [
			{ kind: 'title', content: bold(t('screen.privacyTitle')) },
			{ kind: 'paragraph', content: plain(t('screen.privacyKept')) },
			{ kind: 'paragraph', content: plain(t('screen.privacyMisses')) },
			{ kind: 'paragraph', content: plain(t('screen.privacyNot')) },
			{ kind: 'paragraph', content: plain(t('screen.privacyBlocked')) },
			...stored,
		],
		rows: [
			...(audience === 'private'
				? [
						[
							{ text: t('privacy.button.export'), path: `${PATH}export` },
							{ text: t('privacy.button.delete'), path: `${PATH}delete/` },
						],
					]
				: []),
			backRow(t, '/'),
		],
	};
}

async function exportAll(ctx: BotContext): Promise<string> {
	const file = new InputFile(Buffer.from(ctx.kept ?? '{}'), 'nokori.json');
	await ctx.replyWithDocument(file, { caption: ctx.t('privacy.exported') });
	return PATH;
}

/** Asks once more: reminders that are gone do not come. */
function deleteNode({ store, queue }: Deps): ScreenNode {
	return {
		...leafScreen(({ t }) => ({
			document: [{ kind: 'paragraph', content: plain(t('privacy.deleteSure')) }],
			rows: [
				[
					{ text: t('privacy.button.deleteNow'), path: `${PATH}delete/yes` },
					{ text: t('privacy.button.keep'), path: PATH },
				],
				backRow(t, PATH),
			],
		})),
		action: {
			trigger: /yes$/,
			run: async (ctx) => {
				const personId = ctx.from?.id ?? 0;
				// First, while it is still known what was planned.
				for (const { due: _gone, ...reminder } of await store.listReminders(personId)) {
					await queue.schedule(reminder);
				}
				await store.forgetPerson(personId);
				ctx.person = {};
				ctx.kept = '{}';
				await ctx.answerCallbackQuery({ text: ctx.t('privacy.deleted'), show_alert: true });
				return PATH;
			},
		},
	};
}
