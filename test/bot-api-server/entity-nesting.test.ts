import type { MessageEntity } from 'grammy/types';
import { expect, test } from 'vitest';
import { bold, code, date, emoji, entity, italic, link, pre, quote, sendEntities } from './entity-support.ts';

test.each<[string, MessageEntity[], MessageEntity[]]>([
	['code inside a quotation is kept', [code(2, 3), quote(0, 10)], [quote(0, 10), code(2, 3)]],
	['a block of code that is all of a quotation is kept', [pre(0, 10), quote(0, 10)], [quote(0, 10), pre(0, 10)]],
	['a link inside a quotation is kept', [quote(0, 5), link(0, 5)], [quote(0, 5), link(0, 5)]],
	[
		'a bold word that partly overlaps an italic one is kept, in three pieces',
		[bold(0, 5), italic(2, 6)],
		[bold(0, 2), italic(2, 6), bold(2, 3)],
	],
	[
		'an italic word inside a bold one cuts it where it begins',
		[bold(0, 9), italic(4, 2)],
		[bold(0, 4), bold(4, 5), italic(4, 2)],
	],
	['a link inside bold cuts it in three', [bold(0, 9), link(3, 2)], [bold(0, 3), link(3, 2), bold(3, 2), bold(5, 4)]],
	[
		'bold that crosses the end of a quotation is cut there',
		[quote(0, 5), bold(3, 4)],
		[quote(0, 5), bold(3, 2), bold(5, 2)],
	],
	['bold inside bold is one', [bold(0, 9), bold(2, 3)], [bold(0, 9)]],
	['adjacent bold words are one', [bold(4, 3), bold(0, 4)], [bold(0, 7)]],
	['the same code twice is one', [code(0, 4), code(0, 4)], [code(0, 4)]],
	['the same link inside a link is one', [link(0, 4), link(1, 2)], [link(0, 4)]],
	['adjacent code stays two', [code(0, 4), code(4, 4)], [code(0, 4), code(4, 4)]],
	[
		'entities are sorted by place, length and kind',
		[italic(0, 3), bold(0, 3), bold(5, 2), quote(0, 5)],
		[quote(0, 5), bold(0, 3), italic(0, 3), bold(5, 2)],
	],
])('%s, without a violation', async (_name, sent, kept) => {
	expect(await sendEntities(sent)).toEqual({ entities: kept, rules: [] });
});

test.each<[string, string, MessageEntity[], MessageEntity[]]>([
	[
		'code that crosses the border of a quotation is dropped',
		'entity-over-quote',
		[quote(0, 5), code(3, 4)],
		[quote(0, 5)],
	],
	['a quotation inside code takes the code away', 'entity-over-quote', [code(0, 9), quote(2, 3)], [quote(2, 3)]],
	['bold inside code is dropped', 'entity-in-code', [code(0, 9), bold(2, 3)], [code(0, 9)]],
	[
		'bold around code is cut out around it',
		'entity-in-code',
		[bold(0, 9), code(3, 2)],
		[bold(0, 3), code(3, 2), bold(5, 4)],
	],
	['bold that is code as well is dropped', 'entity-in-code', [bold(0, 9), code(0, 9)], [code(0, 9)]],
	[
		'a quotation inside a quotation is dropped',
		'quote-in-quote',
		[quote(0, 9), entity('expandable_blockquote', 2, 3)],
		[quote(0, 9)],
	],
	['a quotation that overlaps another is dropped', 'entity-overlap', [quote(0, 5), quote(3, 5)], [quote(0, 5)]],
	['a link that overlaps another is dropped', 'entity-overlap', [link(0, 5), link(3, 5)], [link(0, 5)]],
	['a link inside another is dropped', 'entity-in-entity', [link(0, 5), link(1, 2, 'https://mineo.jp/')], [link(0, 5)]],
	['a link that overlaps code is dropped', 'entity-in-code', [code(0, 5), link(3, 5)], [code(0, 5)]],
	['code inside a link is dropped', 'entity-in-code', [link(0, 5), code(1, 2)], [link(0, 5)]],
	['bold inside a date is dropped', 'entity-in-code', [date(0, 5), bold(0, 5)], [date(0, 5)]],
	['a date inside a link is dropped', 'entity-in-code', [link(0, 9), date(2, 3)], [link(0, 9)]],
	['an entity of length 0 is dropped', 'empty-entity', [bold(3, 0)], []],
])('%s, which is a violation', async (_name, rule, sent, kept) => {
	expect(await sendEntities(sent)).toEqual({ entities: kept, rules: [rule] });
});

test('a date inside a quotation is kept', async () => {
	expect(await sendEntities([quote(0, 9), date(2, 3)])).toEqual({ entities: [quote(0, 9), date(2, 3)], rules: [] });
});

test('a custom emoji inside a link is dropped', async () => {
	const { entities, rules: broken } = await sendEntities([link(0, 9), emoji(2, 3)]);
	expect(entities).toEqual([link(0, 9)]);
	expect(broken).toEqual(['custom-emoji', 'entity-in-entity']);
});
