import { bold, plain } from '../../../answer/document.ts';
import type { Deadline } from '../../../catalogue/schema.ts';
import { ruleOf } from '../../../reminders/plan.ts';
import type { BotContext } from '../../context.ts';
import type { Content, Services } from '../../deps.ts';
import { answerPath, parseRemindFromPath, REMINDERS, remindPath } from '../../paths.ts';
import { dayText, shortDayText, subjectText } from '../../screens/format.ts';
import { backRow, inRows } from '../../screens/layout.ts';
import type { Button, Screen, ScreenNode, View } from '../../screens/screen.ts';
import { confirmNode, DAY } from './confirm-screen.ts';
import { exampleDay, quickDays } from './likely-days.ts';

/** Asks for the day, and below it shows what follows from one. The same once more for each answer that leads there. */
export function dayNode(content: Content, services: Services, subject: string): ScreenNode {
	const node: ScreenNode = {
		screen: (view) => dayScreen(content, subject, view),
		children: new Map(),
		action: writeAction(services, async () => ruleOf(content.catalogue, subject)?.deadline),
	};
	const { catalogue } = content;
	const fromAnswers = catalogue.procedures(subject).map((procedure): [string, ScreenNode] => {
		const forms = catalogue.formsToAsk(subject, procedure);
		return [procedure, { ...node, children: new Map(forms.map((form) => [form, node])) }];
	});
	return {
		...node,
		children: new Map(fromAnswers),
		dynamic: { name: DAY, node: confirmNode(content, services) },
	};
}

function dayScreen({ catalogue }: Content, subject: string, view: View): Screen {
	const topic = parseRemindFromPath(view.path);
	return questionScreen(view, {
		title: subjectText(catalogue, { carrier: catalogue.carrier(subject)?.id }, view),
		deadline: ruleOf(catalogue, subject)?.deadline,
		isAgain: false,
		target: (day) => remindPath(subject, day),
		back: topic ? answerPath(topic) : REMINDERS,
	});
}

export type Asking = {
	title: string;
	deadline: Deadline | undefined;
	/** Asks for the day of the next period. */
	isAgain: boolean;
	/** Where a day leads. */
	target: (day: string) => string;
	back: string;
	/** Buttons beside the days. */
	others?: readonly Button[];
};

/** Asks for a day: likely ones are buttons, any other is written. */
export function questionScreen(view: View, { title, deadline, isAgain, target, back, others = [] }: Asking): Screen {
	const { t, today, path } = view;
	const quick = quickDays(deadline, isAgain, today).map(({ day, key }) => ({
		text: key ? t(`remind.quick.${key}`, { date: shortDayText(day, t) }) : dayText(day, t),
		path: target(day),
	}));
	const question = deadline ? t(`remind.${isAgain ? 'again' : 'from'}.${deadline.from}`) : t('remind.from.day');
	return {
		document: [
			{ kind: 'title', content: bold(title) },
			{ kind: 'paragraph', content: plain(question) },
			{ kind: 'paragraph', content: plain(t('remind.typeHint', { example: exampleDay(deadline, view) })) },
		],
		rows: [
			...inRows([...quick, { text: t('remind.button.writeDay'), path: `${path}write` }]),
			...(others.length > 0 ? [others] : []),
			backRow(t, back),
		],
	};
}

/** A tap on "another day" says that it is written into the chat: the question is open. */
export function writeAction(
	{ today }: Services,
	deadlineOf: (ctx: BotContext, path: string) => Promise<Deadline | undefined>,
): NonNullable<ScreenNode['action']> {
	return {
		trigger: /write$/,
		run: async (ctx, _match, path) => {
			const example = exampleDay(await deadlineOf(ctx, path), { t: ctx.t, today: today() });
			await ctx.answerCallbackQuery({ text: ctx.t('remind.writeDay', { example }), show_alert: true });
			return undefined;
		},
	};
}
