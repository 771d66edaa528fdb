import { randomBytes } from 'node:crypto';
import { bold, plain } from '../../../answer/document.ts';
import { type Card, MAX_CARDS } from '../../../storage/settings.ts';
import type { BotContext } from '../../context.ts';
import type { Content, Services } from '../../deps.ts';
import { CARDS } from '../../paths.ts';
import { forgetRemoved, keepRemoved } from '../../removed.ts';
import { cardTitle } from '../../screens/format.ts';
import { backRow } from '../../screens/layout.ts';
import type { ScreenNode, View } from '../../screens/screen.ts';
import { changeCards } from './change.ts';

/** A card that was removed, in a path. */
export const REMOVED_NAME = /^gone-[0-9a-f]{8}$/;

/** Removes a card at once, and keeps it for undo. @returns the path to show next */
export async function removeCard(
	{ store, now }: Services,
	ctx: BotContext,
	{ card, index }: { card: Card; index: number },
): Promise<string> {
	const id = randomBytes(4).toString('hex');
	await keepRemoved(store, ctx, { id, at: now(), card, index });
	await changeCards(
		store,
		ctx,
		(ctx.person.cards ?? []).filter((one) => one !== card),
	);
	return `${CARDS}gone-${id}/`;
}

/** Says which card was removed, and offers to take that back. */
export function removedCardNode({ catalogue }: Content, { store }: Services): ScreenNode {
	return {
		screen: (view) => {
			const removed = findRemoved(view.person, view.path);
			const { t } = view;
			return removed
				? {
						document: [
							{
								kind: 'paragraph',
								content: bold(t('cards.removed', { card: cardTitle(catalogue, removed.card, view) })),
							},
						],
						rows: [[{ text: t('button.undo'), path: `${view.path}undo` }], backRow(t, CARDS)],
					}
				: { document: [{ kind: 'paragraph', content: plain(t('undo.gone')) }], rows: [backRow(t, CARDS)] };
		},
		children: new Map(),
		action: {
			trigger: /undo$/,
			run: async (ctx, _match, path) => {
				const removed = findRemoved(ctx.person, path);
				const cards = ctx.person.cards ?? [];
				if (!removed) {
					await ctx.answerCallbackQuery(ctx.t('undo.gone'));
					return CARDS;
				}
				if (cards.length >= MAX_CARDS) {
					await ctx.answerCallbackQuery({ text: ctx.t('cards.full', { count: MAX_CARDS }), show_alert: true });
					return path;
				}
				await changeCards(store, ctx, cards.toSpliced(removed.index, 0, removed.card));
				await forgetRemoved(store, ctx, removed.id);
				await ctx.answerCallbackQuery(ctx.t('undo.done'));
				return CARDS;
			},
		},
	};
}

function findRemoved({ removed }: View['person'], path: string) {
	const found = removed?.find(({ id, card }) => card && path === `${CARDS}gone-${id}/`);
	return found?.card ? { id: found.id, card: found.card, index: found.index ?? 0 } : undefined;
}
