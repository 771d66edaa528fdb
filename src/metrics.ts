import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Outcome } from './understand/decide.ts';

/** The metrics for an operator. No label ever holds a person, a chat or a text. */
export type Metrics = {
	/** An update of a kind, like message or callback_query, was handled within so many seconds. */
	handled: (kind: string, seconds: number, now: number) => void;
	answered: (procedure: string, carrier: string) => void;
	/** What was done with plain words in a private chat. */
	decided: (outcome: Outcome['kind']) => void;
	/** @param result ok, or Telegram's error code, or error where nothing came back */
	called: (method: string, result: string, seconds: number) => void;
	reminders: (event: ReminderEvent, count: number) => void;
	cache: (name: string, isHit: boolean) => void;
	/** Notes why the bot is not ready; nothing where it is. */
	notReady: (reasons: readonly NotReady[]) => void;
	/** When the last update was handled, in milliseconds since 1970. */
	lastUpdate: () => number | undefined;
	/** All of it in the text format of Prometheus. */
	render: () => Promise<string>;
};
/** Why a bot cannot do its work. */
const NOT_READY = ['telegram', 'store', 'updates-conflict', 'updates-unreachable', 'updates-webhook'] as const;
export type NotReady = (typeof NOT_READY)[number];
export type ReminderEvent = 'due' | 'sent' | 'late' | 'failed';

/** In seconds: our own work takes under a millisecond, a call to Telegram from 20 ms to a minute. */
const HANDLING = [0.001, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30];

/**
 * Makes the counters.
 * @param isWhole whether figures of the process and of Node are collected too
 */
export function createMetrics(isWhole = false): Metrics {
	const registry = new Registry();
	const registers = [registry];
	if (isWhole) {
		collectDefaultMetrics({ register: registry });
	}
	const counter = (name: string, help: string, labelNames: string[] = []) =>
		new Counter({ name: `nokori_${name}`, help, labelNames, registers });
	const histogram = (name: string, help: string, labelNames: string[] = []) =>
		new Histogram({ name: `nokori_${name}`, help, labelNames, buckets: HANDLING, registers });
	const updates = counter('updates_total', 'Handled updates by kind', ['kind']);
	const seconds = histogram('update_seconds', 'How long an update took');
	const answers = counter('answers_total', 'Answers shown', ['procedure', 'carrier']);
	const outcomes = counter('outcomes_total', 'Plain words in private chats: answer, offer or silence', ['outcome']);
	const calls = counter('api_calls_total', 'Calls to Telegram', ['method', 'result']);
	const callSeconds = histogram('api_call_seconds', 'How long a call to Telegram took', ['method']);
	const reminders = counter('reminders_total', 'Reminders that were due, sent, late or failed', ['event']);
	const caches = counter('cache_total', 'Look-ups in caches', ['cache', 'result']);
	const last = new Gauge({ name: 'nokori_last_update_timestamp_seconds', help: 'The last handled update', registers });
	const problems = new Gauge({
		name: 'nokori_not_ready',
		help: '1 for each reason why the bot is not ready',
		labelNames: ['reason'],
		registers,
	});
	let lastUpdate: number | undefined;
	return {
		handled: (kind, took, now) => {
			updates.inc({ kind });
			seconds.observe(took);
			last.set(now / 1000);
			lastUpdate = now;
		},
		answered: (procedure, carrier) => answers.inc({ procedure, carrier }),
		decided: (outcome) => outcomes.inc({ outcome }),
		called: (method, result, took) => {
			calls.inc({ method, result });
			callSeconds.observe({ method }, took);
		},
		reminders: (event, count) => reminders.inc({ event }, count),
		cache: (name, isHit) => caches.inc({ cache: name, result: isHit ? 'hit' : 'miss' }),
		notReady: (reasons) => {
			for (const reason of NOT_READY) {
				problems.set({ reason }, reasons.includes(reason) ? 1 : 0);
			}
		},
		lastUpdate: () => lastUpdate,
		render: () => registry.metrics(),
	};
}
