import { expect, test } from 'vitest';
import { plainText } from '../../src/bot-api-server/index.ts';
import { call, rules, setUpWithAlice } from './support.ts';

const paragraph = (text: unknown) => ({ type: 'paragraph', text });
const cell = (text: string) => ({ text, align: 'left', valign: 'top' });

async function send(blocks: unknown): Promise<{ answer: string; broken: string[]; text: string }> {
	const { server, alice, chatId } = await setUpWithAlice();
	const body = await call(server, 'sendRichMessage', { chat_id: chatId, rich_message: { blocks } });
	const answer = body['ok'] === true ? 'ok' : String(body['description']);
	return { answer, broken: rules(server), text: body['ok'] === true ? alice.screen.text : '' };
}

test('a procedure with list, details, table and buttons passes and reads as plain text', async () => {
	const { answer, broken, text } = await send([
		{ type: 'heading', text: ['povo2.0 · ', { type: 'bold', text: '保号' }], size: 2 },
		paragraph(['See ', { type: 'url', text: 'povo.jp', url: 'https://povo.jp/' }]),
		{
			type: 'list',
			items: [
				{ type: '1', value: 1, blocks: [paragraph('Open the app')] },
				{ type: '1', value: 2, blocks: [paragraph('Buy a topping')] },
			],
		},
		{
			type: 'list',
			items: [{ blocks: [paragraph('plain')] }, { has_checkbox: true, is_checked: true, blocks: [paragraph('done')] }],
		},
		{ type: 'details', summary: 'Other ways', blocks: [paragraph('Chat')] },
		{ type: 'table', caption: 'Prices', cells: [[cell('a'), cell('b')], [cell('c')]] },
		{ type: 'expandable_blockquote', text: 'Small print', credit: 'KDDI' },
		{ type: 'divider' },
		{ type: 'buttons', buttons: [{ text: 'povo.jp', url: 'https://povo.jp/', style: 'link' }] },
		{ type: 'footer', text: { type: 'italic', text: '2026-09' } },
	]);
	expect({ answer, broken }).toEqual({ answer: 'ok', broken: [] });
	expect(text.split('\n')).toEqual([
		...['povo2.0 · 保号', 'See povo.jp', '1. Open the app', '2. Buy a topping', '• plain', '☑ done'],
		...['Other ways', 'Chat', 'Prices', 'a\tb', 'c', 'Small print', 'KDDI', '———', '2026-09'],
	]);
});

test.each<[string, unknown, string]>([
	['an unknown block', [{ type: 'para', text: 'x' }], 'unknown block type "para"'],
	['a paragraph without text', [{ type: 'paragraph' }], 'a rich text must be'],
	['a heading without size', [{ type: 'heading', text: 'x' }], 'heading.size must be 1-6'],
	['a heading of size 7', [{ type: 'heading', text: 'x', size: 7 }], 'heading.size must be 1-6'],
	['an unknown rich text', [paragraph({ type: 'blink', text: 'x' })], 'unknown rich text type "blink"'],
	['a link without url', [paragraph({ type: 'url', text: 'x' })], 'url.url must be a String'],
	['a list without items', [{ type: 'list', items: [] }], 'list.items'],
	['an item without blocks', [{ type: 'list', items: [{ blocks: [] }] }], 'blocks must be a non-empty Array'],
	[
		'a list with and without order',
		[{ type: 'list', items: [{ type: '1', value: 1, blocks: [paragraph('a')] }, { blocks: [paragraph('b')] }] }],
		'Bad Request: list must be either ordered or unordered',
	],
	['an item of an unknown type', [{ type: 'list', items: [{ type: 'x', blocks: [paragraph('x')] }] }], 'wrong type'],
	['details without blocks', [{ type: 'details', summary: 'x' }], 'blocks must be a non-empty Array'],
	['a cell without align', [{ type: 'table', cells: [[{ text: 'x' }]] }], 'needs align and valign'],
	['a draft block', [{ type: 'thinking', text: 'x' }], 'sendRichMessageDraft'],
	['a photo block without photo', [{ type: 'photo' }], 'photo block without its photo'],
	[
		'nine buttons in a row',
		[{ type: 'buttons', buttons: Array(9).fill({ text: 'a', callback_data: 'x' }) }],
		'1-8 buttons',
	],
	[
		'65 bytes of data',
		[{ type: 'buttons', buttons: [{ text: 'a', callback_data: 'x'.repeat(65) }] }],
		'BUTTON_DATA_INVALID',
	],
	['a button without text', [{ type: 'buttons', buttons: [{ text: '', callback_data: 'x' }] }], 'must not be empty'],
	[
		'bold in a button',
		[{ type: 'buttons', buttons: [{ text: { type: 'bold', text: 'a' }, callback_data: 'x' }] }],
		'plain text',
	],
	[
		'a button in a text with two actions',
		[paragraph({ type: 'button', button: { text: 'a', url: 'https://povo.jp', callback_data: 'x' } })],
		'exactly one',
	],
	['no blocks', [], 'blocks must be a non-empty Array'],
])('%s is refused', async (_name, blocks, reason) => {
	expect((await send(blocks)).answer).toContain(reason);
});

test('32768 characters pass, counted as characters and not as UTF-16 units', async () => {
	expect((await send([paragraph('📌'.repeat(32_768))])).answer).toBe('ok');
	expect((await send([paragraph('📌'.repeat(32_768)), paragraph('x')])).answer).toContain('32769 characters');
});

test('500 blocks pass; items and rows count as blocks', async () => {
	expect((await send(Array(500).fill(paragraph('x')))).answer).toBe('ok');
	expect((await send(Array(501).fill(paragraph('x')))).answer).toContain('501 blocks');
	const list = { type: 'list', items: Array(250).fill({ blocks: [paragraph('x')] }) };
	expect((await send([list])).answer).toContain('501 blocks');
});

test('16 levels pass, one more does not', async () => {
	const nest = (levels: number): unknown => (levels === 0 ? 'x' : { type: 'bold', text: nest(levels - 1) });
	// The block and its text are two levels already.
	expect((await send([paragraph(nest(14))])).answer).toBe('ok');
	expect((await send([paragraph(nest(15))])).answer).toContain('17 levels');
});

test('20 columns pass, spans included', async () => {
	expect((await send([{ type: 'table', cells: [Array(20).fill(cell('x'))] }])).answer).toBe('ok');
	const wide = [...Array(19).fill(cell('x')), { ...cell('x'), colspan: 2 }];
	expect((await send([{ type: 'table', cells: [wide] }])).answer).toContain('21 columns');
});

test('a dead link in a rich text is a violation', async () => {
	expect(await send([paragraph({ type: 'url', text: 'x', url: 'http://localhost' })])).toMatchObject({
		broken: ['rich-link'],
	});
});

test.each<[string, unknown]>([
	['a block', { type: 'details', summary: 'x', blocks: [paragraph('x')], open: true }],
	['a list item', { type: 'list', items: [{ blocks: [paragraph('x')], checked: true }] }],
])('an unknown field of %s is a violation', async (_name, block) => {
	expect(await send([block])).toMatchObject({ answer: 'ok', broken: ['unknown-field'] });
});

test('only blocks are accepted, and exactly one form', async () => {
	const { server, chatId } = await setUpWithAlice();
	const reasons = [];
	for (const rich_message of [{ html: 'x' }, { markdown: 'x' }, { blocks: [paragraph('x')], html: 'x' }, {}]) {
		reasons.push((await call(server, 'sendRichMessage', { chat_id: chatId, rich_message }))['description']);
	}
	expect(reasons).toEqual([
		expect.stringContaining('send blocks instead'),
		expect.stringContaining('send blocks instead'),
		expect.stringContaining('found blocks and html'),
		expect.stringContaining('found none'),
	]);
});

test('an edit turns text into a rich message and back', async () => {
	const { server, api, alice, chatId } = await setUpWithAlice();
	const { message_id } = await api.sendMessage(chatId, 'plain');
	await call(server, 'editMessageText', { chat_id: chatId, message_id, rich_message: { blocks: [paragraph('rich')] } });
	expect(alice.screen).toMatchObject({ text: 'rich', rich: [paragraph('rich')], isEdited: true });
	await api.editMessageText(chatId, message_id, 'plain');
	expect(alice.screen).toMatchObject({ text: 'plain', rich: undefined });
	expect(rules(server)).toEqual([]);
});

test('ordered labels follow the type of the list', () => {
	const label = (text: string) => ({ label: text, blocks: [{ type: 'paragraph', text: 'x' } as const] });
	expect(plainText([{ type: 'list', items: [label('iv.'), label('B.')] }])).toBe('iv. x\nB. x');
});
