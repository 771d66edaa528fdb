import type { MessageEntity } from 'grammy/types';
import type { MethodContext } from '../method.ts';

const QUOTES: readonly string[] = ['blockquote', 'expandable_blockquote'];
const RAW: readonly string[] = ['pre', 'code'];

/** TDLib splits or drops what breaks the rules of https://core.telegram.org/bots/api#formatting-options */
export function checkNesting({ violate }: MethodContext, entities: readonly MessageEntity[]): void {
	for (const [index, outer] of entities.entries()) {
		for (const inner of entities.slice(index + 1)) {
			const problem = nestingProblem(outer, inner);
			if (problem) {
				violate(problem, `${show(outer)} and ${show(inner)}`);
			}
		}
	}
}

function nestingProblem(outer: MessageEntity, inner: MessageEntity): string | undefined {
	const outerEnd = outer.offset + outer.length;
	if (inner.offset >= outerEnd) {
		return undefined;
	}
	if (inner.offset + inner.length > outerEnd) {
		return 'entity-overlap';
	}
	if (QUOTES.includes(outer.type) && QUOTES.includes(inner.type)) {
		return 'quote-in-quote';
	}
	return isRawConflict(outer, inner) ? 'entity-in-code' : undefined;
}

/** Code contains no other entity and may only be inside a quotation. */
function isRawConflict(outer: MessageEntity, inner: MessageEntity): boolean {
	return RAW.includes(outer.type) || (RAW.includes(inner.type) && !QUOTES.includes(outer.type));
}

function show({ type, offset, length }: MessageEntity): string {
	return `${type} [${offset}, ${offset + length})`;
}
