import NodeCache from 'node-cache';

/** What an older server, an older chat or a chat's rules may refuse. */
export type Refusable = 'ephemeral' | 'rich';

/** Long enough to spare the calls, short enough to notice an upgrade. */
const KEPT_SECONDS = 600;

/** Remembers for a while what was refused where, so that the plain way is taken at once. */
export type Refusals = {
	has: (what: Refusable, chatId: number | string) => boolean;
	add: (what: Refusable, chatId: number | string) => void;
};

export function createRefusals(): Refusals {
	const known = new NodeCache({ stdTTL: KEPT_SECONDS, useClones: false });
	return {
		has: (what, chatId) => known.has(`${what}:${chatId}`),
		add: (what, chatId) => void known.set(`${what}:${chatId}`, true),
	};
}
