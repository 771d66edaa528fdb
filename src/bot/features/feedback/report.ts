import NodeCache from 'node-cache';
import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import type { Vote } from '../../../storage/store.ts';
import type { BotContext } from '../../context.ts';
import { deepLink } from '../../deep-link.ts';
import type { Deps } from '../../deps.ts';
import { titleOf } from '../procedure/title.ts';

const HOUR_SECONDS = 3600;

/** Tells the maintainers what was reported, at most once an hour for one answer, and never who reported it. */
export function createReporter({ catalogue, i18n, defaultLocale, maintainerChatId, log }: Deps) {
	const told = new NodeCache({ stdTTL: HOUR_SECONDS, useClones: false });
	return async (ctx: BotContext, answer: string, what: Exclude<Vote, 'good'>): Promise<void> => {
		const [procedure = '', carrier = ''] = answer.split('.');
		if (maintainerChatId === undefined || told.has(answer) || !catalogue.procedure(carrier, procedure as ProcedureId)) {
			return;
		}
		told.set(answer, true);
		const reader = { locale: defaultLocale, t: i18n.translator(defaultLocale) };
		const title = titleOf(catalogue, { procedure: procedure as ProcedureId, carrier }, reader);
		const text = reader.t('feedback.report', { title, what: reader.t(`feedback.button.${what}`) });
		const url = deepLink(ctx.me.username, `/${answer.split('.').join('/')}/`);
		await ctx.api
			.sendMessage(maintainerChatId, text, { reply_markup: { inline_keyboard: [[{ text: title, url }]] } })
			.catch((error) => log.warn({ err: error }, 'MAINTAINER_CHAT_ID could not be written to'));
	};
}
