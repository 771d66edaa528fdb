import { plain } from '../../../answer/document.ts';
import type { Vote } from '../../../storage/store.ts';
import type { BotContext } from '../../context.ts';
import type { Content, Services } from '../../deps.ts';
import { answerPath, feedbackPath, HOME, parseFeedbackPath, type Topic } from '../../paths.ts';
import { backRow } from '../../screens/layout.ts';
import { leafScreen, type Screen, type ScreenNode, type View } from '../../screens/screen.ts';
import type { Report } from './report.ts';

const WRONG = ['steps', 'links', 'numbers'] as const;

type Parts = { content: Pick<Content, 'catalogue'>; services: Services; report: Report };

/**
 * Asks what is wrong with an answer, and counts what people say: their last word of the month. Praise changes nothing on
 * the screen; a report leads back to the answer. A forged path, of an answer that there is not, counts for nothing.
 * @param parts.report tells the maintainers
 */
export function feedbackScreens({ content, services, report }: Parts): ScreenNode {
	const node: ScreenNode = {
		...leafScreen(({ t, path }) => {
			const topic = existingTopic(content, path);
			return topic ? askScreen(topic, t) : lostScreen(t);
		}),
		action: {
			trigger: /(good|steps|links|numbers)$/,
			run: async (ctx, [what], path) => {
				const topic = existingTopic(content, path);
				return topic ? vote(services, ctx, { topic, what: what as Vote, report }) : nearest(path);
			},
		},
	};
	const lost = leafScreen(({ t }) => lostScreen(t));
	return { ...lost, dynamic: { name: /^[a-z-]+\.[\w-]+(?:\.[a-z]+)?$/, node } };
}

/** What a feedback path speaks of, where there is such an answer and it is spelt as on its own button. */
function existingTopic({ catalogue }: Pick<Content, 'catalogue'>, path: string): Topic | undefined {
	const topic = parseFeedbackPath(path);
	if (!topic || feedbackPath(topic) !== path || !catalogue.procedure(topic.carrier, topic.procedure)) {
		return undefined;
	}
	const forms = catalogue.formsToAsk(topic.carrier, topic.procedure);
	const isAnswer = topic.form ? forms.includes(topic.form) : forms.length === 0;
	return isAnswer ? topic : undefined;
}

/** Where a forged path leads: to what is left of its answer. */
function nearest(path: string): string {
	const topic = parseFeedbackPath(path);
	return topic ? answerPath(topic) : HOME;
}

function askScreen(topic: Topic, t: View['t']): Screen {
	const path = feedbackPath(topic);
	return {
		document: [{ kind: 'paragraph', content: plain(t('feedback.what')) }],
		rows: [
			...WRONG.map((what) => [{ text: t(`feedback.button.${what}`), path: `${path}${what}` }]),
			backRow(t, answerPath(topic)),
		],
	};
}

function lostScreen(t: View['t']): Screen {
	return { document: [{ kind: 'paragraph', content: plain(t('feedback.what')) }], rows: [backRow(t, HOME)] };
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
	const outcome = await store.vote(answer, ctx.from?.id ?? 0, month, what);
	await ctx.answerCallbackQuery(ctx.t(outcome === 'same' ? 'feedback.once' : 'feedback.thanks'));
	if (what === 'good') {
		return undefined;
	}
	if (outcome !== 'same') {
		await report(ctx, topic, what);
	}
	return answerPath(topic);
}
