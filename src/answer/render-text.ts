import type { Block, Document, Line, PlainBlock, Style } from './document.ts';
import { quietLinks } from './quiet-links.ts';

/** The part of Telegram's MessageEntity that we use. Offsets and lengths count UTF-16 units, as JavaScript's strings do. */
export type Entity = { type: Style | 'expandable_blockquote'; offset: number; length: number };
export type FormattedText = { text: string; entities: Entity[] };

const EMPTY: FormattedText = { text: '', entities: [] };

/** Draws a document as text with entities, which every client shows. */
export function renderText(document: Document): FormattedText {
	const { text, entities } = document.reduce<FormattedText>((drawn, block, index) => {
		// A title or heading belongs to what follows; everything else gets air.
		const gap = ['title', 'heading'].includes(document[index - 1]?.kind ?? '') ? '\n' : '\n\n';
		return index === 0 ? renderBlock(block) : joinAll([drawn, renderBlock(block)], gap);
	}, EMPTY);
	const shown = text.trimEnd();
	return { text: shown, entities: cutEntities(entities, shown.length).toSorted(byPlace) };
}

/** Telegram refuses a whole message for one entity that goes on behind its text. */
function cutEntities(entities: readonly Entity[], end: number): Entity[] {
	return entities
		.map((entity) => ({ ...entity, length: Math.min(entity.length, end - entity.offset) }))
		.filter(({ length }) => length > 0);
}

function renderBlock(block: Block): FormattedText {
	if (block.kind !== 'details') {
		return renderPlain(block);
	}
	const content = joinAll([renderLine(block.summary), ...block.blocks.map(renderPlain)], '\n');
	const quote: Entity = { type: 'expandable_blockquote', offset: 0, length: content.text.length };
	return { text: content.text, entities: [quote, ...content.entities] };
}

function renderPlain(block: PlainBlock | Exclude<Block, { kind: 'details' }>): FormattedText {
	if (block.kind !== 'list') {
		return renderLine(block.content);
	}
	const items = block.items.map((item, index) => {
		const label = block.ordered ? `${index + 1}. ` : '• ';
		return joinAll([{ text: label, entities: [] }, renderLine(item)], '');
	});
	return joinAll(items, '\n');
}

function renderLine(line: Line): FormattedText {
	const parts = quietLinks(line).map(({ text, style }): FormattedText => {
		return { text, entities: style ? styleWords(text, style) : [] };
	});
	return joinAll(parts, '');
}

/** Telegram cuts white space off the ends of a style. */
function styleWords(text: string, type: Style): Entity[] {
	const { length } = text.trim();
	return length > 0 ? [{ type, offset: text.length - text.trimStart().length, length }] : [];
}

function joinAll(parts: readonly FormattedText[], separator: string): FormattedText {
	let text = '';
	const entities: Entity[] = [];
	for (const [index, part] of parts.entries()) {
		text += index > 0 ? separator : '';
		entities.push(...part.entities.map((entity) => ({ ...entity, offset: entity.offset + text.length })));
		text += part.text;
	}
	return { text, entities };
}

function byPlace(a: Entity, b: Entity): number {
	return a.offset - b.offset || b.length - a.length;
}
