import type { BotContext } from '../context.ts';
import type { Open } from '../deliver/open.ts';
import { type Route, tap } from '../router.ts';
import { findScreen } from '../screens/screen.ts';
import { refusalOf } from '../telegram-errors.ts';
import type { ScreenMenu } from './to-menu.ts';

/**
 * Takes taps on the menu's buttons: does what the button does, and shows the screen of its path, or the nearest above.
 * The library's own middleware tries the pattern of every menu in turn, so that each carrier would slow down all taps.
 */
export function menuTaps(root: ScreenMenu, open: Open): Route[] {
	return [
		tap(/^\//, async (ctx) => {
			const target = await act(root, ctx, ctx.callbackQuery.data);
			await open(ctx, findScreen(root, target).path);
			await answer(ctx);
		}),
	];
}

/** @returns where to go: the path of the button itself, or where its action leads */
async function act(root: ScreenMenu, ctx: BotContext, data: string): Promise<string> {
	const start = data.lastIndexOf('/') + 1;
	const parent = data.slice(0, start);
	const { place, path } = findScreen(root, parent);
	const match = path === parent ? place.action?.trigger.exec(data.slice(start)) : undefined;
	// A trigger says how a name ends; it must be the whole name.
	if (!match || match.index > 0 || !place.action) {
		return data;
	}
	const target = await place.action.run(ctx, match, path);
	return target === '.' ? path : target;
}

async function answer(ctx: BotContext): Promise<void> {
	try {
		await ctx.answerCallbackQuery();
	} catch (error) {
		// Whoever tapped has seen the screen by now, and the spinner has ended by itself.
		if (refusalOf(error) !== 'too-old') {
			throw error;
		}
	}
}
