import type { Question } from '../answer/answer.ts';
import type { Catalogue, Guide } from '../catalogue/catalogue.ts';
import { FORMS, PROCEDURES, type ProcedureId } from '../catalogue/vocabulary.ts';
import type { SmallTalk } from '../understand/small-talk.ts';

/**
 * Every path of the menu. A path is the place of a screen, the callback data of the buttons that lead there, and, with
 * other separators, the payload of a deep link. Old messages keep their buttons, so a path never changes its meaning.
 */
export const HOME = '/';
export const HELP = '/help/';
export const CARRIERS = '/carriers/';
export const CARDS = '/mycard/';
export const REMINDERS = '/remind/';
export const TIME_ZONES = '/remind/zone/';
export const SETTINGS = '/settings/';
export const LANGUAGES = '/lang/';
export const PRIVACY = '/privacy/';
export const PAYMENT = '/pay/';
/** How to have a message checked, or what was found in one. */
export const CHECK = '/check/';
const GUIDE = '/guide/';
export const IDENTIFY = '/identify-carrier/';
/** What any phone can do, for those who find no sign of their carrier. */
export const ANY_PHONE = '/identify-carrier/unknown/';

/** Single lines that are shown instead of a screen. */
export const ADMINS_ONLY = '/notice/admins/';
export const PRIVATE_ONLY = '/notice/private/';
export const SLOW_DOWN = '/notice/slow/';

/** What is asked back where words may mean more than one thing. */
export const NEAREST = '/notice/nearest/';
export const NOTHING_RUNS = '/notice/nothing/';
export const WHICH_BALANCE = '/notice/balance/';

/** One sentence to what is said beside questions. */
export function smallTalkPath(kind: SmallTalk | 'senses'): string {
	return `/notice/${kind}/`;
}

/** What an answer is about, whatever its language. */
export type Topic = Omit<Question, 'locale'>;

/** Asks for the carrier. */
export function procedurePath(procedure: ProcedureId): string {
	return `/${procedure}/`;
}

/**
 * The guided way to the carrier.
 * @param goal what the carrier is needed for; its answer comes next
 */
export function identifyPath(goal?: ProcedureId): string {
	return goal === undefined || goal === 'identify-carrier' ? IDENTIFY : `/for/${goal}/`;
}

/** An answer. The form is only in the path where the answers differ by it. */
export function answerPath({ procedure, carrier, form }: Topic, catalogue?: Pick<Catalogue, 'formsToAsk'>): string {
	const isAsked = form && (catalogue?.formsToAsk(carrier, procedure).includes(form) ?? true);
	return `/${procedure}/${carrier}/${isAsked ? `${form}/` : ''}`;
}

/** The answer that a path leads to, or undefined where it leads elsewhere. */
export function parseAnswerPath(path: string): Topic | undefined {
	const [, first = '', carrier = '', third = ''] = path.split('/');
	const procedure = PROCEDURES.find((id) => id === first);
	const form = FORMS.find((id) => id === third);
	return procedure && carrier ? { procedure, carrier, ...(form ? { form } : {}) } : undefined;
}

/** All that is known of a carrier. */
export function carrierPath(carrier: string): string {
	return `${CARRIERS}${carrier}/`;
}

/** A guide. Those about paying stand below the page that lists them. */
export function guidePath({ id, menu }: Pick<Guide, 'id' | 'menu'>): string {
	return `${menu === 'pay' ? PAYMENT : GUIDE}${id}/`;
}

/** Saves a card from the list of carriers, or opens that list. */
export function addCardPath(carrier = ''): string {
	return `${CARDS}add/${carrier}`;
}

/** @param index from 0 */
export function cardPath(index: number): string {
	return `${CARDS}card-${index + 1}/`;
}

/**
 * Asks for a day, or shows what follows from one.
 * @param subject a carrier's id, or `date` for a day of one's own
 * @param meaning what the day is, where it is not what the carrier's rule counts from
 */
export function remindPath(subject: string, day?: string, meaning?: 'end' | 'notice'): string {
	return `${REMINDERS}${[subject, day, meaning].filter((part) => part !== undefined).join('/')}/`;
}

/** Asks for a day, and leads back to the answer from which it was opened. */
export function remindFromPath({ procedure, carrier, form }: Topic): string {
	return `${remindPath(carrier)}${procedure}/${form ? `${form}/` : ''}`;
}

/** The answer from which a path of `remindFromPath` was opened. */
export function parseRemindFromPath(path: string): Topic | undefined {
	const [, , carrier = '', procedure = '', form] = path.split('/');
	return parseAnswerPath(`/${procedure}/${carrier}/${form ? `${form}/` : ''}`);
}

/** A reminder that is kept, as it stands in a path. */
export const REMINDER_NAME = /^one-[0-9a-f]{8}$/;

/** One reminder that is kept. */
export function reminderPath(id: string): string {
	return `${REMINDERS}one-${id}/`;
}

/** Asks for another day of a reminder, or once it is done, for the one from which it counts anew. */
export function changeDayPath(id: string, what: 'day' | 'done'): string {
	return `${reminderPath(id)}${what}/`;
}

/** What follows for a reminder from another day. */
export function changedDayPath(id: string, day: string): string {
	return `${reminderPath(id)}${day}/`;
}

/** Says what is wrong with an answer. */
export function feedbackPath({ procedure, carrier, form }: Topic): string {
	return `/feedback/${[procedure, carrier, ...(form ? [form] : [])].join('.')}/`;
}

/** The answer that a feedback path speaks of. */
export function parseFeedbackPath(path: string): Topic | undefined {
	const [, , answer = ''] = path.split('/');
	return parseAnswerPath(`/${answer.replaceAll('.', '/')}/`);
}

/** What Telegram takes as the payload of a deep link. */
const LEGAL_PAYLOAD = /^[A-Za-z0-9-]+$/;
const MAX_PAYLOAD_LENGTH = 64;
const HOME_PAYLOAD = 'menu';

/**
 * The payload for a path: check-data_povo for /check-data/povo/. A name in the path that a payload cannot carry ends it,
 * so the link leads to the nearest screen above.
 */
export function toPayload(path: string): string {
	let payload = '';
	for (const name of path.split('/').slice(1, -1)) {
		const longer = payload === '' ? name : `${payload}_${name}`;
		if (!LEGAL_PAYLOAD.test(name) || longer.length > MAX_PAYLOAD_LENGTH) {
			break;
		}
		payload = longer;
	}
	return payload || HOME_PAYLOAD;
}

/** The path for a payload. One that leads nowhere opens the nearest screen, or the menu. */
export function fromPayload(payload: string): string {
	return payload === '' || payload === HOME_PAYLOAD ? HOME : `/${payload.split('_').join('/')}/`;
}

/** The address that opens a screen in the private chat with the bot. */
export function deepLink(username: string, path: string): string {
	return `https://t.me/${username}?start=${toPayload(path)}`;
}
