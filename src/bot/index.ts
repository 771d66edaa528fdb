import { Bot } from 'grammy';
import { createAdminCheck } from './admin-check.ts';
import { allScreens } from './all-screens.ts';
import type { BotContext } from './context.ts';
import { createDraw } from './deliver/draw.ts';
import { createOpen } from './deliver/index.ts';
import type { Deps } from './deps.ts';
import { createErrorBoundary } from './error-boundary.ts';
import * as cards from './features/cards/command.ts';
import * as feedback from './features/feedback/index.ts';
import * as words from './features/free-text/index.ts';
import * as membership from './features/group/membership.ts';
import * as groupWords from './features/group/mentions.ts';
import * as guest from './features/guest/index.ts';
import * as inline from './features/inline/index.ts';
import * as language from './features/language/index.ts';
import * as oldButtons from './features/old-buttons/index.ts';
import * as blocking from './features/privacy/blocking.ts';
import * as procedureCommands from './features/procedure/commands.ts';
import * as reminders from './features/reminders/command.ts';
import * as settings from './features/settings/guard.ts';
import * as start from './features/start/index.ts';
import { createFollowMigration } from './follow-migration.ts';
import { menuTaps } from './menu/taps.ts';
import { toMenu } from './menu/to-menu.ts';
import { answerEveryTap } from './middleware/auto-answer.ts';
import { onlyForUs } from './middleware/ignore-unaddressed.ts';
import { createLimits } from './middleware/limits.ts';
import { createGetToKnow, createSetLocale } from './middleware/load-context.ts';
import { countAnswers, createMeasure, createMeasureCalls } from './middleware/metrics.ts';
import { createOnce } from './middleware/once.ts';
import { createPrivateTaps, openPrivately } from './middleware/private-matters.ts';
import { createInOrder } from './middleware/sequential.ts';
import { createRetry } from './retry.ts';
import { chain, firstOf } from './router.ts';
import { createRefusals } from './unsupported.ts';

/** Longer than Telegram's long poll of 30 s, shorter than a person's patience with a connection that hangs. */
const CLIENT_TIMEOUT_SECONDS = 45;

/** Where the bot connects to. */
export type Connection = { token: string; apiRoot: string };

/**
 * Makes the bot, in the order in which an update meets its parts. Nothing runs before somebody feeds it updates.
 */
export function createBot(deps: Deps, { token, apiRoot }: Connection): Bot<BotContext> {
	const bot = new Bot<BotContext>(token, { client: { apiRoot, timeoutSeconds: CLIENT_TIMEOUT_SECONDS } });
	bot.api.config.use(createMeasureCalls(deps.metrics), createRetry(), createFollowMigration(deps.store));
	const isAdmin = createAdminCheck(deps.metrics);
	const setLocale = createSetLocale(deps);
	const root = toMenu(allScreens(deps), deps.today);
	const draw = createDraw(root);
	const deliver = createOpen({ draw, refusals: createRefusals(), store: deps.store, now: deps.now });
	const open = openPrivately(deps, countAnswers(deps, deliver));

	bot.use(
		chain(createMeasure(deps.metrics, deps.now), createInOrder(deps.coordination), createOnce(deps), answerEveryTap),
	);
	const features = firstOf([
		...procedureCommands.routes(deps, open),
		...start.routes(open),
		...language.routes(deps, open),
		...cards.routes(deps, open),
		...reminders.routes(deps, open),
		...settings.routes(open, isAdmin),
		...feedback.routes(deps, open),
		...menuTaps(root, open),
		...oldButtons.routes(open),
		...inline.routes(deps, draw),
		...guest.routes(deps, draw),
		...groupWords.routes(deps, open, setLocale),
		// Must be the last: it takes whatever nobody else wanted.
		...words.routes(deps, open),
	]);
	bot.errorBoundary(
		createErrorBoundary(deps),
		chain(
			onlyForUs,
			createGetToKnow(deps, isAdmin, setLocale),
			firstOf([...membership.routes(deps), ...blocking.routes(deps)]),
			...createLimits(open, deps.limits, deps.coordination.counter),
			settings.createSettingsGuard(isAdmin),
			createPrivateTaps(deps),
			features,
		),
	);
	return bot;
}
