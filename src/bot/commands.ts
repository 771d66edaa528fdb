import type { ProcedureId } from '../catalogue/vocabulary.ts';
import { HELP, PRIVACY } from './paths.ts';

export type Command = {
	command: string;
	/** The procedure it asks for; a carrier may follow it. */
	procedure?: ProcedureId;
	/** The screen it opens, where it asks for nothing. */
	path?: string;
	/** Also listed in groups, or for their administrators. What concerns one person alone is not. */
	inGroups: boolean | 'admins';
};

/** The one table of commands: handlers, Telegram's command lists and /help are made from it, in this order. */
export const COMMANDS = [
	{ command: 'balance', procedure: 'check-data', inGroups: true },
	{ command: 'topup', procedure: 'top-up', inGroups: true },
	{ command: 'renew', procedure: 'renew', inGroups: true },
	{ command: 'keep', procedure: 'keep-number', inGroups: true },
	{ command: 'alert', procedure: 'set-alert', inGroups: true },
	{ command: 'fix', procedure: 'lost-or-stopped', inGroups: true },
	{ command: 'support', procedure: 'contact-support', inGroups: true },
	{ command: 'number', procedure: 'find-number', inGroups: true },
	{ command: 'identify', procedure: 'identify-carrier', inGroups: true },
	{ command: 'move', procedure: 'move-esim', inGroups: true },
	{ command: 'mnp', procedure: 'port-number', inGroups: true },
	{ command: 'pay', procedure: 'pay-bill', inGroups: true },
	{ command: 'sms', procedure: 'receive-sms', inGroups: true },
	{ command: 'abroad', procedure: 'use-abroad', inGroups: true },
	{ command: 'details', procedure: 'update-details', inGroups: true },
	// Handled by its own feature, because a message follows it.
	{ command: 'check', inGroups: true },
	// Handled by their own features, because a card or a day may follow them.
	{ command: 'remind', inGroups: false },
	{ command: 'mycard', inGroups: false },
	// Handled by its own feature, because a deep link puts a screen behind it.
	{ command: 'start', inGroups: false },
	{ command: 'help', path: HELP, inGroups: true },
	// Handled by its own feature, because a language may follow it.
	{ command: 'lang', inGroups: false },
	// A group's own are its administrators' affair.
	{ command: 'settings', inGroups: 'admins' },
	{ command: 'privacy', path: PRIVACY, inGroups: false },
	{ command: 'about', path: '/about/', inGroups: false },
] as const satisfies readonly Command[];
