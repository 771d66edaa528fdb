import { change } from './edit.ts';
import { answerTapEphemerally, sendEphemeral } from './ephemeral.ts';
import type { Open } from './open.ts';
import { send } from './send.ts';
import type { Way } from './way.ts';

/**
 * The one place where a screen reaches Telegram. A question gets a new message; a tap changes the message it was on, if
 * that is the tapper's own menu; whatever one person asks for alone in a group, only that person sees.
 */
export function createOpen(way: Way): Open {
	return (ctx, path, extras) => {
		if (ctx.audience === 'ephemeral') {
			return ctx.callbackQuery ? answerTapEphemerally(way, ctx, path, extras) : sendEphemeral(way, ctx, path, extras);
		}
		return ctx.callbackQuery ? change(way, ctx, path, extras) : send(way, ctx, path, extras);
	};
}
