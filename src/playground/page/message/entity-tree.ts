import type { MessageEntity } from 'grammy/types';

export type TextNode = string | { entity: MessageEntity; text: string; nodes: TextNode[] };

const BLOCKS: ReadonlySet<string> = new Set(['blockquote', 'expandable_blockquote', 'pre']);

/** Text with entities as a tree. Offsets count UTF-16 units, as JavaScript's strings do. */
export function entityTree(text: string, entities: readonly MessageEntity[]): TextNode[] {
	const sorted = entities.toSorted((one, other) => one.offset - other.offset || other.length - one.length);
	return nodesWithin(text, sorted, 0, text.length);
}

function nodesWithin(text: string, entities: readonly MessageEntity[], from: number, to: number): TextNode[] {
	const nodes: TextNode[] = [];
	let at = from;
	let rest = entities.filter(({ offset, length }) => offset >= from && offset + length <= to && length > 0);
	for (let entity = rest[0]; entity; entity = rest[0]) {
		const end = entity.offset + entity.length;
		const inner = rest.slice(1).filter(({ offset }) => offset < end);
		const { offset } = entity;
		nodes.push(text.slice(at, offset));
		nodes.push({ entity, text: text.slice(offset, end), nodes: nodesWithin(text, inner, offset, end) });
		at = end;
		rest = rest.slice(1).filter((other) => other.offset >= end);
	}
	return trimAroundBlocks([...nodes, text.slice(at, to)]);
}

/** A block begins a line of its own, so the line breaks beside it would be drawn twice. */
function trimAroundBlocks(nodes: readonly TextNode[]): TextNode[] {
	return nodes
		.map((node, index) => {
			if (typeof node !== 'string') {
				return node;
			}
			const before = isBlock(nodes[index - 1]) ? node.replace(/^\n/, '') : node;
			return isBlock(nodes[index + 1]) ? before.replace(/\n$/, '') : before;
		})
		.filter((node) => node !== '');
}

function isBlock(node: TextNode | undefined): boolean {
	return typeof node === 'object' && BLOCKS.has(node.entity.type);
}
