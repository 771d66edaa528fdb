import type { MessageEntity } from 'grammy/types';
import { byKind, inOrder, type Report } from './kinds.ts';
import { splitEntities } from './split-entities.ts';

/** MAX_USER_ENTITY_COUNT, "server-side limit" (MessageEntity.cpp, get_input_message_entities). */
const ENTITY_LIMIT = 100;

/**
 * The first 100 entities. Links, code and quotations are counted first, then bold and the like, each whole however it
 * is cut; custom emoji are free.
 */
export function limitEntities(entities: readonly MessageEntity[], report: Report): MessageEntity[] {
	const { splittable, quotes, continuous } = byKind(entities);
	const free = continuous.filter(({ type }) => type === 'custom_emoji');
	const first = inOrder([...continuous.filter(({ type }) => type !== 'custom_emoji'), ...quotes]);
	const counted = [...first, ...splitEntities(splittable, [], report)];
	if (counted.length > ENTITY_LIMIT) {
		report('too-many-entities', `${counted.length} entities, only the first ${ENTITY_LIMIT} count`);
	}
	return inOrder([...free, ...counted.slice(0, ENTITY_LIMIT)]);
}
