import type { MessageEntity } from 'grammy/types';
import { byKind, endOf, holds, inOrder, isCode, meets, nameEntity, type Report } from './kinds.ts';
import { splitEntities } from './split-entities.ts';

/**
 * Entities nested as Telegram nests them (MessageEntity.cpp, fix_entities): it never refuses a message because of
 * nesting, but cuts or drops what does not fit. Every loss is reported; sorting, cutting and joining are not.
 */
export function fixEntities(entities: readonly MessageEntity[], report: Report): MessageEntity[] {
	const kinds = byKind(inOrder(entities));
	const quotes = withoutMeeting(kinds.quotes, report);
	const continuous = withoutMeeting(kinds.continuous, report).filter((entity) => fitsQuotes(entity, quotes, report));
	const others = inOrder([...continuous, ...quotes]);
	return inOrder([...others, ...splitEntities(kinds.splittable, others, report)]);
}

/**
 * Adds what Telegram found in the text (MessageEntity.cpp, merge_new_entities): whatever meets a link, code or another
 * continuous entity of the sender, or crosses the border of a quotation, stays plain text.
 */
export function addFound(entities: readonly MessageEntity[], found: readonly MessageEntity[]): MessageEntity[] {
	const { splittable, quotes, continuous } = byKind(entities);
	const added = found.filter(
		(entity) => !continuous.some((other) => meets(entity, other)) && fitsQuotes(entity, quotes, ignore),
	);
	const others = inOrder([...continuous, ...quotes, ...added]);
	return inOrder([...others, ...splitEntities(splittable, others, ignore)]);
}

const ignore: Report = () => undefined;

/** Drops each entity that begins inside an earlier one, however it ends (remove_intersecting_entities). */
function withoutMeeting(entities: readonly MessageEntity[], report: Report): MessageEntity[] {
	const kept: MessageEntity[] = [];
	for (const entity of entities) {
		const last = kept.at(-1);
		if (!last || entity.offset >= endOf(last)) {
			kept.push(entity);
		} else if (!isSameInside(last, entity)) {
			report(ruleOf(last, entity), `${nameEntity(entity)} is dropped because of ${nameEntity(last)}`);
		}
	}
	return kept;
}

/** Code inside code or a link inside the same link: nothing of it is lost with the inner one. */
function isSameInside(outer: MessageEntity, inner: MessageEntity): boolean {
	const place = { offset: 0, length: 0 };
	const isSame = JSON.stringify({ ...outer, ...place }) === JSON.stringify({ ...inner, ...place });
	return isSame && !outer.type.endsWith('blockquote') && holds(outer, inner);
}

function ruleOf(kept: MessageEntity, dropped: MessageEntity): string {
	if (isCode(kept) || isCode(dropped)) {
		return 'entity-in-code';
	}
	if (!holds(kept, dropped)) {
		return 'entity-overlap';
	}
	return kept.type.endsWith('blockquote') ? 'quote-in-quote' : 'entity-in-entity';
}

/** A continuous entity is wholly inside a quotation or outside of it (remove_entities_intersecting_blockquote). */
function fitsQuotes(entity: MessageEntity, quotes: readonly MessageEntity[], report: Report): boolean {
	const crossed = quotes.find((quote) => meets(entity, quote) && !holds(quote, entity));
	if (crossed) {
		report('entity-over-quote', `${nameEntity(entity)} is dropped, it crosses ${nameEntity(crossed)}`);
	}
	return crossed === undefined;
}
