import { QUERY_LIFETIME_MS, TOO_OLD } from '../checks/query.ts';
import { badRequest } from '../errors.ts';
import type { BotApiMethod, MethodContext } from '../method.ts';
import type { Tap, Toast } from '../world/types.ts';

/** "0-200 characters" (answerCallbackQuery.text). */
const TEXT_LIMIT = 200;

export const answerCallbackQuery: BotApiMethod = {
	name: 'answerCallbackQuery',
	parameters: ['callback_query_id', 'text', 'show_alert', 'url', 'cache_time'],
	call: (context) => {
		const tap = checkTap(context);
		const toast = readToast(context);
		tap.answer = toast;
		if (toast.text !== '' || toast.url !== undefined) {
			context.world.emit({ type: 'toast', personId: tap.from.id, toast });
		}
		return true;
	},
};

function checkTap({ world, params, violate }: MethodContext): Tap {
	const tap = world.taps.get(params.string('callback_query_id') ?? '');
	if (tap?.answer !== undefined) {
		violate('answered-twice', `the tap on ${JSON.stringify(tap.data)} was answered already`);
	}
	if (!tap || tap.answer !== undefined || world.now() - tap.at > QUERY_LIFETIME_MS) {
		throw badRequest(TOO_OLD);
	}
	return tap;
}

function readToast({ world, params }: MethodContext): Toast {
	const text = params.string('text') ?? '';
	const url = params.string('url');
	if (text.length > TEXT_LIMIT) {
		throw badRequest('MESSAGE_TOO_LONG');
	}
	// "Otherwise, you may use links like t.me/your_bot?start=XXXX": no other link opens.
	const own = new RegExp(`^(https?://)?t\\.me/${world.bot.username}\\?start=[\\w-]{1,64}$`, 'i');
	if (url !== undefined && !own.test(url)) {
		throw badRequest('URL_INVALID');
	}
	return { text, alert: params.boolean('show_alert'), url };
}
