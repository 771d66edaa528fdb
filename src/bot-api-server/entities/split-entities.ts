import type { MessageEntity } from 'grammy/types';
import { endOf, holds, inOrder, isCode, meets, nameEntity, type Report, SPLITTABLE } from './kinds.ts';

/**
 * Bold, italic and the like as Telegram cuts them (MessageEntity.cpp, split_entities). Those of one kind that touch are
 * one; each is cut where another kind begins and at both ends of `others`, and has no part inside code.
 */
export function splitEntities(
	splittable: readonly MessageEntity[],
	others: readonly MessageEntity[],
	report: Report,
): MessageEntity[] {
	const whole = SPLITTABLE.flatMap((type) => joinTouching(splittable.filter((entity) => entity.type === type)));
	const cuts = [...whole.map(({ offset }) => offset), ...others.flatMap((other) => [other.offset, endOf(other)])];
	const code = others.filter(isCode);
	for (const entity of whole) {
		const conflict = code.find((other) => meets(entity, other));
		if (conflict) {
			report('entity-in-code', `${nameEntity(entity)} loses its part inside ${nameEntity(conflict)}`);
		}
	}
	const pieces = whole.flatMap((entity) => cutAt(entity, cuts));
	return inOrder(pieces.filter((piece) => !code.some((other) => holds(other, piece))));
}

/** Joins entities of one kind that overlap or are adjacent. */
function joinTouching(entities: readonly MessageEntity[]): MessageEntity[] {
	const joined: MessageEntity[] = [];
	for (const entity of inOrder(entities)) {
		const last = joined.at(-1);
		if (last && entity.offset <= endOf(last)) {
			last.length = Math.max(endOf(last), endOf(entity)) - last.offset;
		} else {
			joined.push({ ...entity });
		}
	}
	return joined;
}

function cutAt(entity: MessageEntity, cuts: readonly number[]): MessageEntity[] {
	const inside = cuts.filter((cut) => entity.offset < cut && cut < endOf(entity));
	const starts = [...new Set([entity.offset, ...inside])].sort((one, other) => one - other);
	return starts.map((offset, index) => ({
		...entity,
		offset,
		length: (starts[index + 1] ?? endOf(entity)) - offset,
	}));
}
