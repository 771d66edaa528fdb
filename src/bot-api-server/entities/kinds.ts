import type { MessageEntity } from 'grammy/types';

/** Kinds that may overlap and are cut into pieces for it (MessageEntity.cpp, get_splittable_entities_mask). */
export const SPLITTABLE: readonly string[] = ['bold', 'italic', 'underline', 'strikethrough', 'spoiler'];
const QUOTES: readonly string[] = ['blockquote', 'expandable_blockquote'];
/** A date counts as code (get_pre_entities_mask). */
const CODE: readonly string[] = ['pre', 'code', 'date_time'];
/** Those that come first where entities begin and end together (get_type_priority); any other kind has 50. */
const PRIORITIES: Readonly<Record<string, number>> = {
	...{ blockquote: 0, expandable_blockquote: 0, pre: 11, code: 20, date_time: 30, text_link: 49, text_mention: 49 },
	...{ bold: 90, italic: 91, underline: 92, strikethrough: 93, spoiler: 94, custom_emoji: 99 },
};

/** Where repairs are recorded, as `violate` of a method's context. */
export type Report = (rule: string, detail: string) => void;

/** Entities by what the rules tell apart. `continuous` is every kind that is neither a quotation nor splittable. */
export type ByKind = { splittable: MessageEntity[]; quotes: MessageEntity[]; continuous: MessageEntity[] };

export function byKind(entities: readonly MessageEntity[]): ByKind {
	const result: ByKind = { splittable: [], quotes: [], continuous: [] };
	for (const entity of entities) {
		if (SPLITTABLE.includes(entity.type)) {
			result.splittable.push(entity);
		} else if (QUOTES.includes(entity.type)) {
			result.quotes.push(entity);
		} else {
			result.continuous.push(entity);
		}
	}
	return result;
}

export function isCode({ type }: MessageEntity): boolean {
	return CODE.includes(type);
}

/** The order Telegram keeps: by offset, the longer first, then by kind (MessageEntity.h, operator<). */
export function inOrder(entities: readonly MessageEntity[]): MessageEntity[] {
	return [...entities].sort(
		(one, other) => one.offset - other.offset || other.length - one.length || priority(one) - priority(other),
	);
}

function priority({ type }: MessageEntity): number {
	return PRIORITIES[type] ?? 50;
}

export function endOf({ offset, length }: MessageEntity): number {
	return offset + length;
}

/** Whether two entities share a part of the text. */
export function meets(one: MessageEntity, other: MessageEntity): boolean {
	return one.offset < endOf(other) && other.offset < endOf(one);
}

export function holds(outer: MessageEntity, inner: MessageEntity): boolean {
	return outer.offset <= inner.offset && endOf(inner) <= endOf(outer);
}

/** An entity as violations name it. */
export function nameEntity(entity: MessageEntity): string {
	return `${entity.type} [${entity.offset}, ${endOf(entity)})`;
}
