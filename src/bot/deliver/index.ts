import type { Metrics } from '../../metrics.ts';
import type { BotContext } from '../context.ts';
import { editScreen } from './edit.ts';
import { answerEphemerally, answerTapEphemerally } from './ephemeral.ts';
import type { Extras } from './extra-buttons.ts';
import type { Render, RenderedScreen } from './render.ts';
import { type Delivery, type ScreenSender, sendNew } from './send.ts';

/** Shows the screen of a path, as an answer to whatever came in. */
export type Deliver = (ctx: BotContext, path: string, extras?: Extras) => Promise<void>;

/**
 * The one place where a screen reaches Telegram. A question gets a new message; a tap changes the message it was on, if
 * that is the tapper's own menu; what is ephemeral in a group, one person alone sees.
 */
export function createDeliver({
	render,
	metrics,
	...delivery
}: Delivery & { render: Render; metrics: Metrics }): Deliver {
	return async (ctx, path, extras) => {
		let topic: RenderedScreen['topic'];
		const draw = async (): Promise<RenderedScreen> => {
			const rendered = await render(ctx, path, extras);
			topic = rendered.topic;
			ctx.shown = rendered.path;
			return rendered;
		};
		await senderFor(ctx)(delivery, ctx, draw);
		if (topic) {
			metrics.answered(topic.procedure, topic.carrier);
		}
	};
}

function senderFor({ audience, callbackQuery, replaces }: BotContext): ScreenSender {
	if (audience === 'ephemeral') {
		return callbackQuery ? answerTapEphemerally : answerEphemerally;
	}
	return callbackQuery || replaces !== undefined ? editScreen : sendNew;
}
