import NodeCache from 'node-cache';

/** What an older server, an older chat or a chat's rules may refuse. `unasked`: ephemeral messages to who gave no command. */
type Capability = 'ephemeral' | 'unasked' | 'rich';

/** Long enough to spare the calls, short enough to notice an upgrade. */
const REMEMBERED_SECONDS = 600;

/** Remembers for a while what was refused where, so that the plain way is taken at once. */
export type Unsupported = {
	has: (capability: Capability, chatId: number | string) => boolean;
	add: (capability: Capability, chatId: number | string) => void;
};

export function createUnsupported(): Unsupported {
	const known = new NodeCache({ stdTTL: REMEMBERED_SECONDS, useClones: false });
	return {
		has: (capability, chatId) => known.has(`${capability}:${chatId}`),
		add: (capability, chatId) => void known.set(`${capability}:${chatId}`, true),
	};
}
