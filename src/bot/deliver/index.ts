import { change } from './edit.ts';
import { answerAlone, answerTapAlone } from './ephemeral.ts';
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
			return ctx.callbackQuery ? answerTapAlone(way, ctx, path, extras) : answerAlone(way, ctx, path, extras);
		}
		return ctx.callbackQuery ? change(way, ctx, path, extras) : send(way, ctx, path, extras);
	};
}
