import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, bold, type Document, plain } from '../../src/answer/document.ts';
import { paginate } from '../../src/answer/paginate.ts';
import { renderText } from '../../src/answer/render-text.ts';

const title: Block = { kind: 'title', content: bold('Title') };
const footer: Block = { kind: 'footer', content: plain('Footer') };

function steps(count: number, length: number): Block {
	return {
		kind: 'list',
		ordered: true,
		items: Array.from({ length: count }, (_, n) => plain(`${n}`.padEnd(length, 'x'))),
	};
}

function fold(name: string, ...blocks: Block[]): Block {
	return { kind: 'details', summary: bold(name), blocks } as Block;
}

test('what fits one message stays one', () => {
	const document: Document = [title, steps(5, 50), footer];
	expect(paginate(document)).toEqual([document]);
});

test('every page repeats title and footer, and a heading stays with its steps', () => {
	const heading: Block = { kind: 'heading', content: bold('In the app') };
	const pages = paginate([title, steps(1, 150), heading, steps(1, 150), footer], 200);
	expect(pages).toEqual([
		[title, steps(1, 150), footer],
		[title, heading, steps(1, 150), footer],
	]);
});

test('a long fold is split between its blocks and keeps its summary', () => {
	const long = fold('Other ways', steps(4, 600), steps(4, 600));
	const pages = paginate([title, long, footer], 4096);
	expect(pages).toHaveLength(2);
	expect(pages.every((page) => renderText(page).text.includes('Other ways'))).toBe(true);
});

test('nothing is lost or cut, and every page keeps the limit', () => {
	const blocks = fc.array(
		fc.oneof(
			fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 140 })).map(([n, size]) => steps(n, size)),
			fc
				.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 140 }))
				.map(([n, size]) => fold('More', steps(n, size), steps(n, size))),
		),
		{ maxLength: 12 },
	);
	const itemsOf = (one: Block): string[] => {
		if (one.kind === 'details') {
			return one.blocks.flatMap(itemsOf);
		}
		return one.kind === 'list' ? one.items.map((item) => item[0]?.text ?? '') : [];
	};
	fc.assert(
		fc.property(blocks, (body) => {
			const pages = paginate([title, ...body, footer]);
			expect(pages.flat().flatMap(itemsOf)).toEqual(body.flatMap(itemsOf));
			expect(pages.every((page) => renderText(page).text.length <= 4096)).toBe(true);
		}),
	);
});
