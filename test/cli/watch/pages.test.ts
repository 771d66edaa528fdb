import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Draft } from '../../support/knowledge-fixture.ts';
import { createText } from '../../support/knowledge-fixture.ts';
import { type JsonClaim, watchSource } from './support.ts';

const SAYS =
	'180 days without a paid topping, then suspension; 30 days later cancellation; データ使い放題 for 24 hours is 330 yen';
const AT = '/povo.jp/rule?id=9';

/** The step names a label of the app, so the page must have that too. */
function withLabel({ app, keepNumber }: Draft): void {
	keepNumber.traps = [
		createText({
			en: 'Without a topping in 180 days the line stops.',
			ja: '180日トッピングの購入がないと利用停止です。',
		}),
		createText({ en: '30 days later it ends.', ja: '利用停止から30日で契約解除になります。' }),
	];
	app.steps = [createText({ en: 'Open 「購入履歴」 (history).', ja: '「購入履歴」を開きます。' })];
}

/** What becomes of the source and of the step when the page is this file. */
function watchFile(name: string, contentType = 'text/html', says = SAYS): Promise<JsonClaim[]> {
	const body = readFileSync(join(import.meta.dirname, 'pages', name));
	const page = (_request: unknown, response: import('node:http').ServerResponse): void => {
		response.writeHead(200, { 'content-type': contentType }).end(body);
	};
	return watchSource(says, { [AT]: page }, withLabel);
}

const SOURCE = { file: 'carriers/povo/keep-number.yaml', place: 'methods[0].sources[0]', carrier: 'povo', claim: SAYS };
const STEP = { place: 'methods[0].steps[0]', claim: '「購入履歴」を開きます。' };
const HOLDS = [
	{ ...SOURCE, result: 'holds' },
	{ ...STEP, result: 'holds' },
];

test('a page that says in Japanese what the source says in English holds', async () => {
	expect(await watchFile('rule.html')).toMatchObject(HOLDS);
});

test('a page that only looks different holds', async () => {
	expect(await watchFile('rule-new-layout.html')).toMatchObject(HOLDS);
});

test('a number that changed is told, with the sentence that took its place', async () => {
	const nearest = '利用停止日の翌日から60日間に有料トッピングの購入がない場合、契約解除となります。';
	expect(await watchFile('rule-number-changed.html')).toMatchObject([
		{ ...SOURCE, result: 'gone', missing: ['30 day'], nearest },
		{ ...STEP, result: 'holds' },
	]);
});

test('a label that changed is told for the step that names it', async () => {
	expect(await watchFile('rule-label-changed.html')).toMatchObject([
		{ ...SOURCE, result: 'holds' },
		{ ...STEP, result: 'gone', missing: ['「購入履歴」'], nearest: 'povo2.0アプリの「ご注文一覧」を開きます。' },
	]);
});

test.each(['rule-shift-jis', 'rule-euc-jp'])('%s is read as what it says it is', async (name) => {
	expect(await watchFile(`${name}.html`)).toMatchObject(HOLDS);
	const [source] = await watchFile(`${name}-changed.html`);
	expect(source).toMatchObject({ result: 'gone', missing: ['180 day'] });
	expect(source?.nearest).toMatch(/^90日間以上有料トッピングの購入がない場合/);
});

test.each([
	['rule-shift-jis.html', 'text/html; charset=utf-8'],
	['rule-euc-jp.html', 'text/html; charset=Shift_JIS'],
	['rule.html', 'text/html; charset=iso-8859-1'],
	['rule.html', 'text/html; charset=no-such-charset'],
	['rule.html', ''],
])('%s holds though the server calls it %s', async (name, contentType) => {
	expect(await watchFile(name, contentType)).toMatchObject(HOLDS);
});

test('a PDF is read', async () => {
	const says = 're-issue 4,950 yen since 2025-09-05; phone 0120-800-000, 9:00-20:00';
	const [same] = await watchFile('prices.pdf', 'application/pdf', says);
	expect(same?.result).toBe('holds');
	const [changed] = await watchFile('prices-changed.pdf', 'application/octet-stream', says);
	expect(changed).toMatchObject({ result: 'gone', missing: ['4950 yen'], nearest: '再発行手数料 5,500円(税込)' });
});

test('a page that scripts draw is refused, not gone', async () => {
	const [source] = await watchFile('drawn-by-scripts.html');
	expect(source).toMatchObject({ result: 'refused', reason: 'its text is drawn by scripts' });
});

test('what is struck out, or said to be the old price, does not hold any more', async () => {
	for (const page of [
		'<p>手数料 <del>4,950円</del> 5,500円</p>',
		'<p>手数料 5,500円（改定前 4,950円）</p>',
		'<p>手数料 4,950円 → 5,500円</p>',
	]) {
		expect(await watchSource('re-issue is 4,950 yen', { [AT]: page })).toMatchObject([{ result: 'gone' }]);
	}
});

test('a label that became part of a longer one is told', async () => {
	const page = '<ul><li>「ご利用料金の内訳」を押します</li><li><a href="#">ご利用料金</a></li></ul>';
	expect(await watchSource('the page 「料金」', { [AT]: page })).toMatchObject([{ result: 'gone' }]);
	expect(await watchSource('the page 「料金」', { [AT]: '<p>メニュー ＞ 料金 ＞ 内訳</p>' })).toMatchObject([
		{ result: 'holds' },
	]);
});
