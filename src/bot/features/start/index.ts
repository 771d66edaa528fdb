import { pathOf } from '../../deep-link.ts';
import type { Open } from '../../deliver/open.ts';
import { command, type Route } from '../../router.ts';

/** `/start` opens the menu, or the screen that a deep link names behind it. */
export function routes(open: Open): Route[] {
	return [command('start', (ctx) => open(ctx, pathOf(ctx.match.trim())))];
}
