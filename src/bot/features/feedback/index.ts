import { plain } from '../../../answer/document.ts';
import type { ProcedureId } from '../../../catalogue/vocabulary.ts';
import type { Vote } from '../../../storage/store.ts';
import type { Open } from '../../deliver/open.ts';
import type { Deps } from '../../deps.ts';
import { type Route, tap } from '../../router.ts';
import { backRow } from '../../screens/layout.ts';
import { leafScreen, type ScreenNode } from '../../screens/screen.ts';
import { createReporter } from './report.ts';

const TAP = /^\/feedback\/([a-z-]+\.[\w-]+(?:\.[a-z]+)?)\/(good|steps|links|numbers)$/;
const WRONG = ['steps', 'links', 'numbers'] as const;

/** The path of what can be said of an answer. */
export function feedbackPath({
	procedure,
	carrier,
	form,
}: {
	procedure: ProcedureId;
	carrier: string;
	form?: string;
}): string {
	return `/feedback/${[procedure, carrier, ...(form ? [form] : [])].join('.')}/`;
}

/** Asks what is wrong with an answer. */
export function menu(): ScreenNode {
	const node = leafScreen(({ t, path }) => ({
		document: [{ kind: 'paragraph', content: plain(t('feedback.what')) }],
		rows: [
			...WRONG.map((what) => [{ text: t(`feedback.button.${what}`), path: `${path}${what}` }]),
			backRow(t, answerPath(path.split('/')[2] ?? '')),
		],
	}));
	const lost = leafScreen(({ t }) => ({
		document: [{ kind: 'paragraph', content: plain(t('feedback.what')) }],
		rows: [backRow(t, '/')],
	}));
	return { ...lost, dynamic: { name: /^[a-z-]+\.[\w-]+(?:\.[a-z]+)?$/, place: node } };
}

function answerPath(answer: string): string {
	return `/${answer.split('.').join('/')}/`;
}

/** Counts what people say of answers. Praise changes nothing on the screen; a report leads back to the answer. */
export function routes(deps: Deps, open: Open): Route[] {
	const report = createReporter(deps);
	return [
		tap(TAP, async (ctx) => {
			const [, answer = '', what = ''] = ctx.match;
			const month = deps.today().slice(0, 7);
			const isNew = await deps.store.vote(answer.replaceAll('.', '/'), ctx.from.id, month, what as Vote);
			await ctx.answerCallbackQuery(ctx.t(isNew ? 'feedback.thanks' : 'feedback.once'));
			if (what !== 'good') {
				await open(ctx, answerPath(answer));
				await (isNew ? report(ctx, answer, what as Exclude<Vote, 'good'>) : undefined);
			}
		}),
	];
}
