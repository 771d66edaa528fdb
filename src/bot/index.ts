import { Bot, Composer } from 'grammy';
import { allScreens } from './all-screens.ts';
import type { BotContext } from './context.ts';
import { createAccessCheck, createAdminCheck } from './deliver/access.ts';
import { createDeliver } from './deliver/index.ts';
import { menuTaps } from './deliver/menu-taps.ts';
import { createRender } from './deliver/render.ts';
import type { Deps } from './deps.ts';
import { createErrorBoundary } from './error-boundary.ts';
import { cardCommand } from './features/cards/command.ts';
import { checkCommand } from './features/check/index.ts';
import { createReport } from './features/feedback/report.ts';
import { countChoices } from './features/free-text/choices.ts';
import { freeText } from './features/free-text/index.ts';
import { followMigration, membership } from './features/group/membership.ts';
import { groupMentions } from './features/group/mentions.ts';
import { guestMessages } from './features/guest/index.ts';
import { screenCommands, startCommand, unknownCallbacks } from './features/home/commands.ts';
import { inlineQueries } from './features/inline/index.ts';
import { languageCommand } from './features/language/index.ts';
import { blocking } from './features/privacy/index.ts';
import { procedureCommands } from './features/procedure/command.ts';
import { remindCommand } from './features/reminders/command.ts';
import { rememberQuestion } from './features/reminders/question.ts';
import { settingsCommand } from './features/settings/index.ts';
import { oneAnswerForAlbum } from './middleware/albums.ts';
import { autoAnswer } from './middleware/auto-answer.ts';
import { takeEdits } from './middleware/edits.ts';
import { ignoreUnaddressed } from './middleware/ignore-unaddressed.ts';
import { dropBeyondLimits, rateLimits } from './middleware/limits.ts';
import { createLoadSettings, loadContext } from './middleware/load-context.ts';
import { measureCalls, measureUpdates } from './middleware/metrics.ts';
import { normaliseMessage } from './middleware/normalise-message.ts';
import { sequential } from './middleware/sequential.ts';
import { createRetry } from './retry.ts';
import { createSendingPace } from './sending-pace.ts';
import { createUnsupported } from './unsupported.ts';

/** Longer than Telegram's long poll of 30 s, shorter than a person's patience with a connection that hangs. */
const CLIENT_TIMEOUT_SECONDS = 45;

/** Where the bot connects to. */
export type Connection = { token: string; apiRoot: string };

/**
 * Makes the bot, in the order in which an update meets its parts. Nothing runs before somebody feeds it updates.
 */
export function createBot(deps: Deps, { token, apiRoot }: Connection): Bot<BotContext> {
	const bot = new Bot<BotContext>(token, { client: { apiRoot, timeoutSeconds: CLIENT_TIMEOUT_SECONDS } });
	bot.api.config.use(
		measureCalls(deps.metrics),
		createSendingPace(deps.limits.messagesPerSecond),
		createRetry(),
		followMigration(deps.store),
	);

	const isAdmin = createAdminCheck(deps.metrics);
	const allows = createAccessCheck(isAdmin);
	const loadSettings = createLoadSettings(deps);
	const screens = allScreens(deps, deps, createReport(deps));
	const render = createRender(screens, allows, deps.today);
	const deliver = createDeliver({ ...deps, render, unsupported: createUnsupported() });

	bot.use(measureUpdates(deps.metrics, deps.now));
	bot.use(autoAnswer);

	const guarded = bot.errorBoundary(createErrorBoundary(deps));
	// Nothing of this waits for anything: what is not for us is gone before it stands in anybody's way.
	const concernsUs = new Composer<BotContext>(normaliseMessage(deps), ignoreUnaddressed);
	guarded.use(concernsUs);
	guarded.use(dropBeyondLimits(deps.limits, deps.coordination.counter));
	guarded.use(sequential(deps.coordination));
	guarded.use(takeEdits(deps.coordination.memory, deps.now));
	// An edit has become a message only now.
	guarded.filter(({ message }) => message?.edit_date !== undefined, concernsUs);
	guarded.use(loadContext(isAdmin, loadSettings));
	guarded.use(membership(deps, isAdmin));
	guarded.use(blocking(deps));
	guarded.use(oneAnswerForAlbum(deps.coordination.memory));
	guarded.use(rateLimits(deliver, deps.limits, deps.coordination.counter));

	guarded.use(rememberQuestion(deps));
	guarded.use(procedureCommands(deps, deliver));
	guarded.use(screenCommands(deliver));
	guarded.use(startCommand(deliver));
	guarded.use(languageCommand(deps, deliver, loadSettings));
	guarded.use(cardCommand(deps, deliver, loadSettings));
	guarded.use(remindCommand(deps, deliver));
	guarded.use(checkCommand(deps, deliver));
	guarded.use(settingsCommand(deliver));

	guarded.use(countChoices(deps));
	guarded.use(menuTaps(screens, { allows, deliver, loadSettings }));
	guarded.use(unknownCallbacks(deliver));
	guarded.use(inlineQueries(deps, render));
	guarded.use(guestMessages(deps, render));
	guarded.use(groupMentions(deps, deliver, loadSettings));
	// Must be the last: it takes whatever nobody else wanted.
	guarded.use(freeText(deps, deliver));
	return bot;
}
