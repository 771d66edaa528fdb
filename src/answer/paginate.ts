import type { Block, Document } from './document.ts';
import { renderText } from './render-text.ts';

/** Limits of one message: https://core.telegram.org/bots/api#sendmessage; past 100 entities Telegram drops the rest. */
const MAX_TEXT = 4096;
/** Left free for the line that says which page it is. */
const PAGE_LINE = 64;
const MAX_ENTITIES = 100;

/**
 * Splits a document that is too long for one message. It splits between blocks, and inside a folded one between its
 * own blocks, but never inside a list or a step, and never between a heading and what it heads.
 * Each page repeats the title and the footer.
 * @returns at least one page; nearly always just one
 */
export function paginate(document: Document, maxText = MAX_TEXT - PAGE_LINE): Document[] {
	if (fits(document, maxText)) {
		return [document];
	}
	const head = document.filter((block) => block.kind === 'title');
	const tail = document.filter((block) => block.kind === 'footer');
	const pages: Block[][] = [[]];
	for (const unit of toUnits(document)) {
		const page = pages.at(-1) ?? [];
		if (page.length > 0 && !fits([...head, ...page, ...unit, ...tail], maxText)) {
			pages.push([...unit]);
		} else {
			page.push(...unit);
		}
	}
	return pages.map((page) => [...head, ...mergeFolds(page), ...tail]);
}

function fits(document: Document, maxText: number): boolean {
	const { text, entities } = renderText(document);
	return text.length <= maxText && entities.length <= MAX_ENTITIES;
}

/** What has to stay together: a block, or a heading and the block behind it. */
function toUnits(document: Document): Block[][] {
	const units: Block[][] = [];
	let headed = false;
	for (const block of document.filter(({ kind }) => kind !== 'title' && kind !== 'footer').flatMap(breakUp)) {
		const last = units.at(-1);
		if (headed && last) {
			last.push(block);
		} else {
			units.push([block]);
		}
		headed = block.kind === 'heading';
	}
	return units;
}

/** A long fold becomes several short ones under the same summary. Its steps keep their order. */
function breakUp(block: Block): Block[] {
	if (block.kind !== 'details' || renderText([block]).text.length <= MAX_TEXT / 2) {
		return [block];
	}
	return block.blocks.map((part) => ({ kind: 'details', summary: block.summary, blocks: [part] }));
}

/** Adjoining parts of one fold that came onto the same page become one fold again. */
function mergeFolds(page: readonly Block[]): Block[] {
	const merged: Block[] = [];
	for (const block of page) {
		const last = merged.at(-1);
		if (last?.kind === 'details' && block.kind === 'details' && last.summary === block.summary) {
			merged[merged.length - 1] = { ...last, blocks: [...last.blocks, ...block.blocks] };
		} else {
			merged.push(block);
		}
	}
	return merged;
}
