import type { BotContext } from '../../context.ts';
import { relabelTapped } from '../../deliver/edit.ts';
import type { Content, Services } from '../../deps.ts';
import type { Topic } from '../../paths.ts';
import type { ScreenNode } from '../../screens/screen.ts';
import { addCard, hasCard } from '../cards/change.ts';

/** What stands behind an answer's path on its button. */
export const SAVE = 'save';

type Parts = Pick<Content, 'catalogue'> & Pick<Services, 'store'>;

/**
 * Saves the card that an answer is about. A line says what came of it; the answer stays, with whatever was said and
 * offered along with it, and only its button changes.
 */
export function saveAction(parts: Parts, topic: Topic): NonNullable<ScreenNode['action']> {
	return {
		trigger: new RegExp(`${SAVE}$`),
		run: async (ctx, _match, path) => {
			if (ctx.audience !== 'private') {
				// Only a forged tap comes from elsewhere.
				return path;
			}
			if (!(await save(parts, ctx, topic))) {
				return undefined;
			}
			return (await relabelTapped(ctx, ctx.t('button.saved'))) ? undefined : path;
		},
	};
}

/** @returns whether it is saved now */
async function save(parts: Parts, ctx: BotContext, topic: Topic): Promise<boolean> {
	if (hasCard(ctx.person.cards, topic)) {
		await ctx.answerCallbackQuery(ctx.t('cards.already'));
		return true;
	}
	return addCard(parts, ctx, topic);
}
