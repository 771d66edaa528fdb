import type { AdminCheck } from '../admin-check.ts';
import type { Link } from '../chain.ts';
import type { Deps } from '../deps.ts';
import { findAudience } from './audience.ts';
import { readGroup } from './group.ts';
import { type SpeakTo, senderOf } from './locale.ts';

/** Finds out all that every answer depends on: what its group wants, who will see it, and in what language. */
export function createGetToKnow(deps: Deps, isAdmin: AdminCheck, speakTo: SpeakTo): Link {
	return async (ctx, next) => {
		await readGroup(deps, ctx);
		await findAudience(isAdmin, ctx);
		await speakTo(ctx, senderOf(ctx));
		await next();
	};
}
