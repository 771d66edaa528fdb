import NodeCache from 'node-cache';
import { plain } from '../../../answer/document.ts';
import type { Vote } from '../../../storage/store.ts';
import type { BotContext } from '../../context.ts';
import type { Deps, Services } from '../../deps.ts';
import { answerPath, deepLink, HOME, parseFeedbackPath, type Topic } from '../../paths.ts';
import { answerTitle } from '../../screens/format.ts';
import { backRow } from '../../screens/layout.ts';
import { leafScreen, type ScreenNode, type View } from '../../screens/screen.ts';

const WRONG = ['steps', 'links', 'numbers'] as const;

/**
 * Asks what is wrong with an answer, and counts what people say. Praise changes nothing on the screen; a report leads
 * back to the answer.
 * @param report tells the maintainers
 */
export function feedbackScreens(services: Services, report: Report): ScreenNode {
	const node: ScreenNode = {
		...leafScreen(({ t, path }) => ({
			document: [{ kind: 'paragraph', content: plain(t('feedback.what')) }],
			rows: [...WRONG.map((what) => [{ text: t(`feedback.button.${what}`), path: `${path}${what}` }]), back(t, path)],
		})),
		action: {
			trigger: /(good|steps|links|numbers)$/,
			run: async (ctx, [what], path) => {
				const topic = parseFeedbackPath(path);
				return topic ? vote(services, ctx, { topic, what: what as Vote, report }) : HOME;
			},
		},
	};
	const lost = leafScreen(({ t }) => ({
		document: [{ kind: 'paragraph', content: plain(t('feedback.what')) }],
		rows: [backRow(t, HOME)],
	}));
	return { ...lost, dynamic: { name: /^[a-z-]+\.[\w-]+(?:\.[a-z]+)?$/, node } };
}

function back(t: View['t'], path: string) {
	const topic = parseFeedbackPath(path);
	return backRow(t, topic ? answerPath(topic) : HOME);
}

type Said = { topic: Topic; what: Vote; report: Report };

/** @returns the path to show next */
async function vote(
	{ store, today }: Services,
	ctx: BotContext,
	{ topic, what, report }: Said,
): Promise<string | undefined> {
	const answer = [topic.procedure, topic.carrier, ...(topic.form ? [topic.form] : [])].join('/');
	const month = today().slice(0, '2026-11'.length);
	const isNew = await store.vote(answer, ctx.from?.id ?? 0, month, what);
	await ctx.answerCallbackQuery(ctx.t(isNew ? 'feedback.thanks' : 'feedback.once'));
	if (what === 'good') {
		return undefined;
	}
	if (isNew) {
		await report(ctx, topic, what);
	}
	return answerPath(topic);
}

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
