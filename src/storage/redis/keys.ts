import { createHash } from 'node:crypto';

/** Every key begins with it, so that the bot can share a Redis with others. */
export const PREFIX = 'nokori:';

/** What lasts for minutes is found by a fingerprint, so that no key tells whose it is. */
function fingerprint(key: string): string {
	return createHash('sha256').update(key).digest('base64url').slice(0, 22);
}

/** The key of each thing. The number at its end is that of a person, a chat or an update. */
export const KEYS = {
	person: (personId: number) => `${PREFIX}person:${personId}`,
	group: (chatId: number) => `${PREFIX}group:${chatId}`,
	/** A sorted set by due. */
	deletions: `${PREFIX}deletions`,
	reminders: (personId: number | '') => `${PREFIX}reminders:${personId}`,
	/** A sorted set of all reminders that have a due time, by when they may be leased. */
	due: `${PREFIX}due`,
	tries: `${PREFIX}tries`,
	/** The counts of all answers. */
	votes: `${PREFIX}votes`,
	/** What a person voted; it is only there to count them once, and to take it back. */
	voted: (personId: number) => `${PREFIX}voted:${personId}`,
	/** An update that is leased, or was handled. */
	seen: (updateId: number) => `${PREFIX}seen:${updateId}`,
	/** Updates that nobody will bring again, by their number. */
	held: `${PREFIX}held`,
	/** The lock on changing one screen. */
	turn: (key: string) => `${PREFIX}turn:${fingerprint(key)}`,
	/** How much came in from one person or chat within a minute. */
	counted: (key: string) => `${PREFIX}counted:${fingerprint(key)}`,
	/** What was answered to a message of the last minutes. */
	remembered: (key: string) => `${PREFIX}remembered:${fingerprint(key)}`,
	/** A sorted set of the days on which something was not understood, and for each day the words. */
	missDays: `${PREFIX}miss-days`,
	misses: (day: string) => `${PREFIX}misses:${day}`,
	/** The ids of the jobs that wake for a person's reminders, so that they can be removed. */
	planned: (personId: number) => `${PREFIX}planned:${personId}`,
	/** A sorted set of people by when they blocked the bot. */
	blocked: `${PREFIX}blocked`,
} as const;
