import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, bold, type Line, plain } from '../../src/answer/document.ts';
import { renderText } from '../../src/answer/render-text.ts';

test('steps are numbered, traps have dots, headings stand directly above', () => {
	const { text } = renderText([
		{ kind: 'heading', content: bold('First') },
		{ kind: 'list', ordered: false, items: [plain('a trap')] },
		{ kind: 'list', ordered: true, items: [plain('open'), plain('tap')] },
	]);
	expect(text).toBe('First\n• a trap\n\n1. open\n2. tap');
});

test('entities count UTF-16 units, so an emoji before them moves them by two', () => {
	const { text, entities } = renderText([
		{ kind: 'title', content: [{ text: '📌 ' }, { text: 'povo', style: 'bold' }] },
	]);
	expect(text).toBe('📌 povo');
	expect(entities).toEqual([{ type: 'bold', offset: 3, length: 4 }]);
});

test('a fold becomes an expandable quote around its bold summary', () => {
	const { text, entities } = renderText([
		{ kind: 'details', summary: bold('Other ways'), blocks: [{ kind: 'paragraph', content: plain('Call.') }] },
	]);
	expect(text).toBe('Other ways\nCall.');
	expect(entities).toEqual([
		{ type: 'expandable_blockquote', offset: 0, length: 16 },
		{ type: 'bold', offset: 0, length: 10 },
	]);
});

const line: fc.Arbitrary<Line> = fc.array(
	fc.record({ text: fc.string({ unit: 'grapheme', minLength: 1 }), style: fc.constantFrom('bold', 'italic', 'code') }),
	{ minLength: 1, maxLength: 3 },
) as fc.Arbitrary<Line>;
const block: fc.Arbitrary<Block> = fc.oneof(
	fc.record({ kind: fc.constantFrom('title', 'paragraph', 'heading', 'footer'), content: line }),
	fc.record({ kind: fc.constant('list'), ordered: fc.boolean(), items: fc.array(line, { maxLength: 4 }) }),
) as fc.Arbitrary<Block>;

test('every entity covers exactly the words that were styled, whatever stands before it', () => {
	fc.assert(
		fc.property(fc.array(block, { maxLength: 6 }), (document) => {
			const { text, entities } = renderText([...document, { kind: 'footer', content: plain('end') }]);
			const styled = document.flatMap((one) =>
				'content' in one ? one.content : one.kind === 'list' ? one.items.flat() : [],
			);
			expect(entities.map(({ offset, length }) => text.slice(offset, offset + length))).toEqual(
				styled.map((inline) => inline.text.trim()).filter((words) => words !== ''),
			);
		}),
	);
});

test('white space at the end goes, and no entity reaches behind the text, whatever the document', () => {
	const blank: fc.Arbitrary<Line> = fc.constantFrom(bold(' '), plain('\n'), [{ text: 'a  \n', style: 'code' }]);
	const anything = fc.oneof(
		block,
		blank.map((content): Block => ({ kind: 'paragraph', content })),
		blank.map((summary): Block => ({ kind: 'details', summary, blocks: [{ kind: 'paragraph', content: summary }] })),
	);
	fc.assert(
		fc.property(fc.array(anything, { maxLength: 6 }), (document) => {
			const { text, entities } = renderText(document);
			expect(text.trimEnd()).toBe(text);
			for (const { offset, length } of entities) {
				expect(length).toBeGreaterThan(0);
				expect(offset + length).toBeLessThanOrEqual(text.length);
			}
		}),
	);
});
