import type { Metrics } from '../../metrics.ts';
import type { Store } from '../../storage/store.ts';
import type { BotContext } from '../context.ts';
import type { Unsupported } from '../unsupported.ts';
import { editTapped } from './edit.ts';
import { answerEphemerally, answerTapEphemerally } from './ephemeral.ts';
import type { Extras, Render, Rendered } from './render.ts';
import { sendNew } from './send.ts';

/** Shows the screen of a path, as an answer to whatever came in. */
export type Deliver = (ctx: BotContext, path: string, extras?: Extras) => Promise<void>;

export type Delivery = { unsupported: Unsupported; store: Store; now: () => number };

/** A way of delivering a screen. It draws the screen itself, since who sees it may change where a chat refuses a way. */
export type Way = (delivery: Delivery, ctx: BotContext, draw: () => Promise<Rendered>) => Promise<void>;

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
		let topic: Rendered['topic'];
		const draw = async (): Promise<Rendered> => {
			const rendered = await render(ctx, path, extras);
			topic = rendered.topic;
			return rendered;
		};
		await wayFor(ctx)(delivery, ctx, draw);
		if (topic) {
			metrics.answered(topic.procedure, topic.carrier);
		}
	};
}

function wayFor({ audience, callbackQuery }: BotContext): Way {
	if (audience === 'ephemeral') {
		return callbackQuery ? answerTapEphemerally : answerEphemerally;
	}
	return callbackQuery ? editTapped : sendNew;
}
