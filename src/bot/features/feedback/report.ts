import NodeCache from 'node-cache';
import type { Vote } from '../../../storage/store.ts';
import type { BotContext } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import { answerPath, deepLink, type Topic } from '../../paths.ts';
import { answerTitle } from '../procedure/titles.ts';

const HOUR_IN_SECONDS = 3600;

/** Tells the maintainers what is said to be wrong with an answer. */
export type Report = (ctx: BotContext, topic: Topic, what: Exclude<Vote, 'good'>) => Promise<void>;

/** Writes to the maintainers' chat, at most once an hour for one answer, and never who reported it. */
export function createReport({ catalogue, i18n, defaultLocale, maintainerChatId, log }: Deps): Report {
	const told = new NodeCache({ stdTTL: HOUR_IN_SECONDS, useClones: false });
	return async (ctx, topic, what) => {
		const path = answerPath(topic);
		if (maintainerChatId === undefined || told.has(path) || !catalogue.procedure(topic.carrier, topic.procedure)) {
			return;
		}
		told.set(path, true);
		const maintainer = { locale: defaultLocale, t: i18n.translator(defaultLocale) };
		const title = answerTitle(catalogue, { procedure: topic.procedure, carrier: topic.carrier }, maintainer);
		const text = maintainer.t('feedback.report', { title, what: maintainer.t(`feedback.button.${what}`) });
		const button = { text: title, url: deepLink(ctx.me.username, path) };
		await ctx.api
			.sendMessage(maintainerChatId, text, { reply_markup: { inline_keyboard: [[button]] } })
			.catch((error) => log.warn({ err: error }, 'MAINTAINER_CHAT_ID could not be written to'));
	};
}
