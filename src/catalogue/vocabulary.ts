/** The closed sets of the whole project. Each is defined here once; schemas, menus and tests use them. */

/** What a person may want to do, what is asked most first. The id is part of callback data, deep links and file names: never rename one. */
export const PROCEDURES = [
	'check-data',
	'check-bill',
	'top-up',
	'renew',
	'keep-number',
	'lost-or-stopped',
	'move-esim',
	'receive-sms',
	'contact-support',
	'setup-apn',
	'pay-bill',
	'port-number',
	'set-alert',
	'find-number',
	'use-abroad',
	'update-details',
	'identify-carrier',
	'cancel',
] as const;
export type ProcedureId = (typeof PROCEDURES)[number];

/** What belongs to no carrier and is asked for in plain words. Its file is knowledge/guides/<id>.yaml; never rename one. */
export const GUIDES = ['leaving-japan', 'suspicious-message', 'line-account', 'emergency'] as const;
export type GuideId = (typeof GUIDES)[number];

/** All that somebody may want to know. */
export const INTENTS = [...PROCEDURES, ...GUIDES] as const;
export type Intent = ProcedureId | GuideId;

/** Procedures that are part of carrier.yaml, so they have no file of their own. */
export const IN_CARRIER_FILE = ['contact-support', 'identify-carrier'] as const;

/** How a procedure is carried out. */
export const METHODS = [
	'app',
	'web',
	'sms',
	'ussd',
	'phone',
	'chat',
	'device',
	'convenience-store',
	'shop',
	'third-party-shop',
] as const;
export type Method = (typeof METHODS)[number];

export const FORMS = ['physical', 'esim'] as const;
export type Form = (typeof FORMS)[number];

export const BILLINGS = ['prepaid', 'postpaid'] as const;
export type Billing = (typeof BILLINGS)[number];

export const KINDS = ['mno', 'sub-brand', 'mvno', 'travel-sim', 'travel-esim'] as const;

export const STATUSES = ['active', 'closed-to-new', 'ended', 'unknown'] as const;
export type Status = (typeof STATUSES)[number];

/** Whose radio network the line uses. */
export const NETWORKS = ['docomo', 'au', 'softbank', 'rakuten'] as const;

/** What must be true before the first step. Shown as a trap, because people find out too late. */
export const NEEDS = ['wifi', 'own-data', 'own-line', 'in-japan', 'login', 'id-document'] as const;
export type Need = (typeof NEEDS)[number];

/** How a page was read: as it stands on its own server, or a copy that somebody kept, whose age is not ours to know. */
export const READINGS = ['live', 'copy'] as const;

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** In the order of the week, Monday first. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** What a call costs the person who calls. `unknown`: the sources were searched for it. */
export const CALL_PRICES = ['free', 'charged', 'unknown'] as const;
export type CallPrice = (typeof CALL_PRICES)[number];

/** The events a deadline may count from, and what happens when it has passed. */
export const DEADLINE_STARTS = ['last-paid-topping-end', 'last-top-up', 'activation', 'plan-end'] as const;
export const DEADLINE_ENDS = ['suspended', 'cancelled', 'unusable'] as const;

/** What carriers write to their customers about. `no-topping` is povo's: nothing was bought for long. */
export const NOTICE_KINDS = ['no-topping', 'unpaid', 'data-low', 'card-expiry', 'identity', 'price-change'] as const;

/** How far a matter has gone: from the first word about it to the end of the contract. */
export const STAGES = ['notice', 'warning', 'forecast', 'stopped', 'lift', 'last-warning', 'ended'] as const;

/** By when something must be done: on the day that the message names, or within the days of grace of the carrier's rule. */
export const DUES = ['date-in-text', 'grace', 'none'] as const;

/**
 * Whether a word from outside (an argument, callback data) is a member of a closed set.
 * @param set one of the sets above
 * @param word anything a person or a client sent
 */
export function isOneOf<const T extends string>(set: readonly T[], word: string): word is T {
	return (set as readonly string[]).includes(word);
}
