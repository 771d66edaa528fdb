import { tooManyRequests } from '../errors.ts';
import type { MethodContext } from '../method.ts';
import type { ChatState } from '../world/types.ts';

/** Counts a message against the flood limits, and refuses it with 429 and the seconds to wait where they are reached. */
export function checkFlood({ world }: MethodContext, kind: 'send' | 'edit', { chat }: ChatState): void {
	const seconds = world.floodLimits?.count(kind, chat);
	if (seconds !== undefined) {
		throw tooManyRequests(seconds);
	}
}
