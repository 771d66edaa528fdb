import type { Logger } from 'pino';
import type { Compose } from '../answer/compose.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Checker } from '../check/check.ts';
import type { I18n, Locale } from '../i18n/i18n.ts';
import type { Metrics } from '../metrics.ts';
import type { ReminderQueue } from '../reminders/queue.ts';
import type { Coordination } from '../storage/coordination.ts';
import type { Store } from '../storage/store.ts';
import type { CarrierFinder } from '../understand/carrier-finder.ts';
import type { Interpreter } from '../understand/reading.ts';
import type { Anonymise } from '../understand/unanswered.ts';
import type { Understander } from '../understand/understand.ts';

/** How much may come in from one place within a minute, and how many messages go out within a second. */
export type Limits = {
	person: number;
	inline: number;
	guest: number;
	greetings: number;
	groupQuestions: number;
	groupTaps: number;
	messagesPerSecond: number;
};

/** Everything that a screen is drawn from. */
export type Content = {
	catalogue: Catalogue;
	compose: Compose;
	findCarrier: CarrierFinder['find'];
	findNearCarrier: CarrierFinder['findNear'];
	isCarrierName: CarrierFinder['isBareName'];
	understand: Understander;
	interpret: Interpreter;
	anonymise: Anonymise;
	check: Checker;
	i18n: I18n;
};

/** What screens load from, and actions change. */
export type Services = {
	store: Store;
	queue: Pick<ReminderQueue, 'schedule' | 'forget'>;
	/** The time in milliseconds since 1970. */
	now: () => number;
	/** The day in Japan, as 2026-11-20: ages and deadlines count by it. */
	today: () => string;
};

/** The dependencies of the bot. Everything comes in here, so nothing starts or reads the environment on import. */
export type Deps = Content &
	Services & {
		coordination: Coordination;
		log: Logger;
		defaultLocale: Locale;
		metrics: Metrics;
		/** The chat that gets reports of wrong answers. */
		maintainerChatId?: number | undefined;
		/** Answers as rich messages instead of text with entities. */
		richMessages: boolean;
		/** Counts what was not understood in private chats. */
		keepUnanswered: boolean;
		limits: Limits;
	};
