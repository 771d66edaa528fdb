import { plain } from '../../../answer/document.ts';
import type { Vote } from '../../../storage/store.ts';
import type { BotContext } from '../../context.ts';
import type { Services } from '../../deps.ts';
import { answerPath, HOME, parseFeedbackPath, type Topic } from '../../paths.ts';
import { backRow } from '../../screens/layout.ts';
import { leafScreen, type ScreenNode, type View } from '../../screens/screen.ts';
import type { Report } from './report.ts';

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
