import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { loadKnowledge } from '../../src/catalogue/load.ts';
import { runNew } from '../../src/cli/new.ts';
import {
	ACCOUNT,
	answer,
	CLUES,
	files,
	GIST,
	IDENTITY,
	METHOD,
	NONE,
	OWN,
	options,
	PROCEDURE,
	problems,
	read,
	SOURCE,
	STEP,
	useKnowledgeFolder,
	WHEN,
	write,
} from './new/support.ts';

useKnowledgeFolder();

test('a procedure is written in the style of the other files', async () => {
	const { shown, code } = await answer(['procedure'], PROCEDURE);
	expect(read('carriers/povo/keep-number.yaml')).toBe(`gist:
  en: "Buy a topping."
  ja: "トッピングを購入します。"
  zh-Hans: "购买加量包。"
  zh-Hant: "購買加購包。"
methods:
  - method: app
    needs: [login]
    steps:
      - en: "Open the app."
        ja: "アプリを開きます。"
        zh-Hans: "打开应用。"
        zh-Hant: "打開應用程式。"
    confidence: high
    sources:
      - {url: "https://povo.jp/en/", official: true, date: 2026-03, read: copy, checked: 2026-11, says: "toppings are bought in the app"}
`);
	expect(shown).toContain(`Written: ${join(options.folder, 'carriers/povo/keep-number.yaml')}\n`);
	expect(shown).toMatch(/\nNext: {4}npm run --silent knowledge -- check carriers\/povo\/\n$/);
	expect({ code, problems: problems() }).toEqual({ code: 0, problems: [] });
});

test('every field of a method finds its place, and methods of one kind are told apart', async () => {
	const links = 'https://povo.jp/, https://support.apple.com/ja-jp';
	const copy = ['povo.jp', 'APN'];
	const say = ['データ残量を教えてください。', 'Please tell me.', '教えてください。', '请告诉我。', '請告訴我。'];
	const sources = [
		...SOURCE.slice(0, -1),
		'yes',
		'https://blog.jp/',
		'no',
		'2025',
		'copy',
		'2026-11-19',
		'says so too',
		'no',
	];
	// povo has one way to pay, so `billing` is not asked.
	const steps = [...STEP, ...GIST, NONE];
	const first = ['app', ...WHEN, 'esim', 'wifi, login', ...steps, links, ...copy, ...say, ...sources, 'medium'];
	const second = ['app', 'Android', 'Androidの場合', 'Android', 'Android', ...METHOD.slice(2)];
	const { code } = await answer(
		['procedure'],
		['povo', 'top-up', ...GIST, ...STEP, NONE, ...first, 'yes', ...second, 'no'],
	);
	expect({ code, problems: problems() }).toEqual({ code: 0, problems: [] });
	const written = read('carriers/povo/top-up.yaml');
	for (const line of [
		'    when: {en: "iPhone", ja: "iPhoneの場合", zh-Hans: "iPhone", zh-Hant: "iPhone"}\n    forms: [esim]\n',
		'    needs: [wifi, login]\n',
		'    links: [{url: "https://povo.jp/"}, {url: "https://support.apple.com/ja-jp"}]\n',
		'    copy:\n      - {label: APN, value: "povo.jp"}\n    say:\n      ja: "データ残量を教えてください。"\n      meaning:\n',
		'official: false, date: "2025", read: copy, checked: 2026-11-19, says: "says so too"}\n',
	]) {
		expect(written).toContain(line);
	}
	const entry = loadKnowledge(options.folder)
		.carriers.find(({ id }) => id === 'povo')
		?.procedures.get('top-up')?.entry;
	expect(entry?.traps).toHaveLength(1);
	expect(entry?.methods.map((method) => [method.when?.en, method.steps.length])).toEqual([
		['iPhone', 2],
		['Android', 1],
	]);
});

test('only of a phone call the price is asked', async () => {
	const needs = METHOD.indexOf('login');
	const sources = [...SOURCE.slice(0, 5), 'calls are free', 'no'];
	const said = METHOD.slice(needs + 1, METHOD.indexOf(SOURCE[0] ?? ''));
	const call = ['phone', ...METHOD.slice(1, needs + 1), 'free', ...said, ...sources, 'high'];
	const { code } = await answer(['procedure'], ['povo', 'top-up', ...GIST, NONE, ...call, 'no']);
	expect({ code, problems: problems() }).toEqual({ code: 0, problems: [] });
	expect(read('carriers/povo/top-up.yaml')).toContain('\n    call: free\n    steps:\n');
});

test('a carrier is written with identify and support, and passes the check', async () => {
	const { code } = await answer(
		['carrier'],
		[...IDENTITY, ...ACCOUNT, ...CLUES, ...GIST, NONE, ...OWN, ...GIST, NONE, ...OWN],
	);
	expect({ code, problems: problems() }).toEqual({ code: 0, problems: [] });
	const written = read('carriers/linemo/carrier.yaml');
	for (const part of [
		'names: {en: LINEMO, ja: LINEMO, zh-Hans: LINEMO, zh-Hant: LINEMO}\naliases: [ラインモ, line mobile]\noperator: SoftBank Corp.\n',
		'\nforms: [physical, esim]\nbilling: [postpaid]\nstatus: active\nofficialDomains: [linemo.jp]\nsite: https://www.linemo.jp/\n',
		'\naccount:\n  name: My Menu\n  url: https://www.linemo.jp/my/\n  login:\n    en: "Your number."\n',
		'\nclues:\n  apn: [plus.acs.jp.v6]\n  iccid: ["898120"]\n  printed: [LINEMO]\nidentify:\n  gist:\n',
	]) {
		expect(written).toContain(part);
	}
});

test('an ended carrier must say what happened, and may name what took its place', async () => {
	const status = IDENTITY.indexOf('active');
	// The empty answer to the note is refused first.
	const identity = [...IDENTITY.slice(0, status), 'ended', NONE, ...GIST, 'povo', ...IDENTITY.slice(status + 2)];
	const noAccountNorClues = [NONE, NONE, NONE, NONE, NONE];
	const procedures = [...GIST, NONE, ...OWN, ...GIST, NONE, ...OWN];
	const { shown } = await answer(['carrier'], [...identity, ...noAccountNorClues, ...procedures]);
	expect(shown).toContain('This one cannot be empty.');
	const entry = loadKnowledge(options.folder).carriers.find(({ id }) => id === 'linemo')?.entry;
	expect(entry).toMatchObject({ status: 'ended', statusNote: { en: 'Buy a topping.' }, replacedBy: 'povo' });
	expect(read('carriers/linemo/carrier.yaml')).toContain('\nclues: {}\n');
});

test.each([
	[['dokomo', 'docomo'], '"dokomo" is not one of docomo, povo. Please answer again.'],
	[['povo', 'buy'], '"buy" is not one of check-data, '],
	[['povo', 'contact-support'], 'povo has contact-support already, and nothing is overwritten: edit carriers/povo/'],
	[['povo', 'renew', ''], 'This one cannot be empty.'],
	[['povo', 'renew', 'x'.repeat(161)], '"161": too long in English: more than 160 characters. Shorten it.'],
])('a wrong answer is explained: %j', async (lines, explanation) => {
	const { shown } = await answer(['procedure'], lines);
	expect(shown).toContain(explanation);
});

test.each(['docomo', 'POVO', 'Li nemo', 'ドコモ'])('%s cannot be the id of a new carrier', async (id) => {
	const before = files();
	const { shown } = await answer(['carrier'], [id]);
	expect(shown).toMatch(/is there already; see carriers|not a carrier id\. Name the folder in kebab-case/);
	expect(files()).toEqual(before);
});

test('a file that appears while the questions are asked is not overwritten', async () => {
	const output = new PassThrough();
	const input = new PassThrough();
	const done = runNew(['procedure'], { input, output, ...options });
	input.write(`${PROCEDURE.slice(0, -1).join('\n')}\n`);
	write('carriers/povo/keep-number.yaml', 'mine');
	input.end('no\n');
	expect(await done).toBe(1);
	expect(read('carriers/povo/keep-number.yaml')).toBe('mine');
	expect(String(output.read())).toContain('is there already and was not overwritten.');
});

test('broken knowledge is named before anything is asked', async () => {
	write('carriers/povo/carrier.yaml', 'names: [');
	const { shown, code } = await answer(['carrier'], IDENTITY);
	expect(shown).toContain('carriers/povo/carrier.yaml › line 1');
	expect(shown).not.toContain('> ');
	expect(code).toBe(1);
});

test.each([[[]], [['method']], [['carrier', 'linemo']]])('%j is answered with what can be written', async (args) => {
	expect(await answer(args, [])).toEqual({ shown: expect.stringMatching(/^Write "carrier" or "procedure"/), code: 1 });
});
