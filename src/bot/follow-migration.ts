import type { Transformer } from 'grammy';
import type { Store } from '../storage/store.ts';

/** Where a group has become a supergroup meanwhile, its settings move and the call is made once more with the new id. */
export function followMigration({ moveGroup }: Pick<Store, 'moveGroup'>): Transformer {
	return async (call, method, payload, signal) => {
		const answer = await call(method, payload, signal);
		const from = (payload as { chat_id?: number } | undefined)?.chat_id;
		const to = answer.ok ? undefined : answer.parameters?.migrate_to_chat_id;
		if (from === undefined || to === undefined) {
			return answer;
		}
		await moveGroup(from, to);
		return call(method, { ...payload, chat_id: to }, signal);
	};
}
