import type { Vote } from '../../../storage/store.ts';
import type { BotContext } from '../../context.ts';
import type { Deps } from '../../deps.ts';
import { answerPath, deepLink, type Topic } from '../../paths.ts';
import { answerTitle } from '../../screens/format.ts';

/** Tells the maintainers what is said to be wrong with an answer. */
export type Report = (ctx: BotContext, topic: Topic, what: Exclude<Vote, 'good'>) => Promise<void>;

/** Where all reports are found. */
const COMMAND = 'npm run knowledge -- reports';

/** Writes to the maintainers' chat, as seldom as `createHourlyLimit` says, and never who reported it. */
export function createReport({ catalogue, i18n, defaultLocale, maintainerChatId, log, now }: Deps): Report {
	const decide = createHourlyLimit(now);
	const maintainer = { locale: defaultLocale, t: i18n.translator(defaultLocale) };
	return async (ctx, topic, what) => {
		const path = answerPath(topic);
		const verdict = maintainerChatId === undefined ? 'nothing' : decide(path);
		if (maintainerChatId === undefined || verdict === 'nothing') {
			return;
		}
		const { t } = maintainer;
		const title = answerTitle(catalogue, topic, maintainer);
		const sending =
			verdict === 'digest'
				? ctx.api.sendMessage(maintainerChatId, t('feedback.reportMany', { most: MAX_SINGLE, command: COMMAND }))
				: ctx.api.sendMessage(maintainerChatId, t('feedback.report', { title, what: t(`feedback.button.${what}`) }), {
						reply_markup: { inline_keyboard: [[{ text: title, url: deepLink(ctx.me.username, path) }]] },
					});
		await sending.catch((error) => log.warn({ err: error }, 'MAINTAINER_CHAT_ID could not be written to'));
	};
}

const HOUR_IN_MS = 3_600_000;
/** A page that a carrier rebuilt makes a few answers wrong at once. More are a crowd, or one person who taps through all. */
const MAX_SINGLE = 5;

type Verdict = 'single' | 'digest' | 'nothing';

/**
 * Within any hour the first five answers are told of, each once; that there are more is told once, and no more.
 * @returns what to tell of an answer, by its path
 */
function createHourlyLimit(now: () => number): (path: string) => Verdict {
	const told = new Map<string, number>();
	let digestAt = Number.NEGATIVE_INFINITY;
	return (path) => {
		const hourAgo = now() - HOUR_IN_MS;
		for (const [old] of [...told].filter(([, at]) => at <= hourAgo)) {
			told.delete(old);
		}
		if (told.has(path)) {
			return 'nothing';
		}
		if (told.size < MAX_SINGLE) {
			told.set(path, now());
			return 'single';
		}
		if (digestAt > hourAgo) {
			return 'nothing';
		}
		digestAt = now();
		return 'digest';
	};
}
