import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { beforeEach, expect, test } from 'vitest';
import { checkKnowledge } from '../../src/catalogue/check.ts';
import { loadKnowledge } from '../../src/catalogue/load.ts';
import { formatProblem } from '../../src/catalogue/problem.ts';
import { toYaml } from '../../src/cli/new/yaml-format.ts';
import { runNew } from '../../src/cli/new.ts';
import { knowledgeFixture } from '../support/knowledge-fixture.ts';
import { createKnowledgeFolder } from '../support/knowledge-folder.ts';
import { temporaryFolder } from '../support/nokori.ts';

const today = '2026-11-20';
let folder = '';
let drafts = '';
let write: (file: string, content: string) => void;

beforeEach(() => {
	drafts = temporaryFolder();
	const { carriers, ...knowledge } = knowledgeFixture();
	const identified = carriers.map((carrier) => ({ ...carrier, procedures: new Map() }));
	({ folder, write } = createKnowledgeFolder({ ...knowledge, carriers: identified }, toYaml));
});

function read(file: string): string {
	return readFileSync(join(folder, file), 'utf8');
}

function files(): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}

/** Answers all questions from a pipe, one line each. */
async function answer(args: readonly string[], lines: readonly string[]): Promise<{ shown: string; code: number }> {
	const output = new PassThrough();
	const input = Readable.from([lines.map((line) => `${line}\n`).join('')]);
	const code = await runNew(args, { input, output, folder, drafts, today });
	output.end();
	return { shown: await text(output), code };
}

function problems(): string[] {
	return checkKnowledge(loadKnowledge(folder), { today, exceptions: [] }).map(formatProblem);
}

const GIST = ['Buy a topping.', 'トッピングを購入します。', '购买加量包。', '購買加購包。'];
const STEP = ['Open the app.', 'アプリを開きます。', '打开应用。', '打開應用程式。'];
const WHEN = ['iPhone', 'iPhoneの場合', 'iPhone', 'iPhone'];
const SOURCE = ['https://povo.jp/en/', 'yes', '2026-03', '', 'toppings are bought in the app', 'no'];
const NONE = '';

/** A method of povo with nothing that may be left out. */
const METHOD = ['app', NONE, NONE, 'login', ...STEP, NONE, NONE, NONE, NONE, ...SOURCE, 'high'];
const PROCEDURE = ['povo', 'keep-number', ...GIST, NONE, ...METHOD, 'no'];

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
      - {url: "https://povo.jp/en/", official: true, date: 2026-03, checked: 2026-11, says: "toppings are bought in the app"}
`);
	expect(shown).toContain(`Written: ${join(folder, 'carriers/povo/keep-number.yaml')}\n`);
	expect(shown).toMatch(/\nNext: {4}npm run --silent knowledge -- check carriers\/povo\/\n$/);
	expect({ code, problems: problems() }).toEqual({ code: 0, problems: [] });
});

test('every field of a method finds its place, and methods of one kind are told apart', async () => {
	const links = 'https://povo.jp/, https://support.apple.com/ja-jp';
	const copy = ['povo.jp', 'APN'];
	const say = ['データ残量を教えてください。', 'Please tell me.', '教えてください。', '请告诉我。', '請告訴我。'];
	const sources = [...SOURCE.slice(0, -1), 'yes', 'https://blog.jp/', 'no', '2025', '2026-11-19', 'says so too', 'no'];
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
		'official: false, date: "2025", checked: 2026-11-19, says: "says so too"}\n',
	]) {
		expect(written).toContain(line);
	}
	const entry = loadKnowledge(folder)
		.carriers.find(({ id }) => id === 'povo')
		?.procedures.get('top-up')?.entry;
	expect(entry?.traps).toHaveLength(1);
	expect(entry?.methods.map((method) => [method.when?.en, method.steps.length])).toEqual([
		['iPhone', 2],
		['Android', 1],
	]);
});

const IDENTITY = [
	...['linemo', 'LINEMO', 'LINEMO', 'LINEMO', 'LINEMO', 'ラインモ, line mobile', 'SoftBank Corp.'],
	...['sub-brand', 'softbank', 'physical, esim', 'postpaid', 'active', NONE, 'linemo.jp', 'https://www.linemo.jp/'],
];
const ACCOUNT = ['My Menu', 'https://www.linemo.jp/my/', 'Your number.', '電話番号です。', '您的号码。', '您的號碼。'];
const CLUES = ['plus.acs.jp.v6', '898120', NONE, 'LINEMO'];
const OWN = METHOD.map((line) => line.replace('https://povo.jp/en/', 'https://www.linemo.jp/'));

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
	const entry = loadKnowledge(folder).carriers.find(({ id }) => id === 'linemo')?.entry;
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

test('an answer that the check would refuse is asked again, and the right one is written', async () => {
	const beforeSource = PROCEDURE.slice(0, PROCEDURE.indexOf('https://povo.jp/en/'));
	const url = ['http://povo.jp/', 'https://localhost/', 'https://blog.jp/'];
	const source = [...url, 'yes', 'no', 'yesterday', '2027-01', '2026-02-30', '2026-02', '2026-12', NONE, 'it says so'];
	const { shown } = await answer(['procedure'], [...beforeSource, ...source, 'perhaps', 'no', 'high', 'low', 'no']);
	for (const explanation of [
		'"http://povo.jp/" is not an address that begins with https://',
		'"https://localhost/": an address that nobody can open.',
		'"https://blog.jp/": called official, but outside the official domains',
		'"yesterday" is not a date like 2026, 2026-11 or 2026-11-20.',
		'"2027-01": lies in the future (today is 2026-11-20).',
		'"2026-02-30": not a day of the calendar.',
		'"2026-12": lies in the future',
		'"perhaps" is neither yes nor no.',
		'"high": high confidence without an official source.',
	]) {
		expect(shown).toContain(explanation);
	}
	expect(problems()).toEqual([]);
});

test('a link must be on the official domains', async () => {
	const lines = [...PROCEDURE];
	// Behind the last step stand the empty line that ends the steps and the one for the links.
	const links = lines.indexOf('打開應用程式。') + 2;
	lines.splice(links, 1, 'https://blog.jp/', 'https://povo.jp/help');
	const { shown } = await answer(['procedure'], lines);
	expect(shown).toContain(
		'"https://blog.jp/": a link outside the official domains. Link to one of povo.jp, support.apple.com',
	);
	expect(read('carriers/povo/keep-number.yaml')).toContain('links: [{url: "https://povo.jp/help"}]');
});

test('the heading of the first method of a kind is asked for once there is a second', async () => {
	const second = ['app', 'Android', 'Androidの場合', 'Android', 'Android', ...METHOD.slice(2)];
	const { shown, code } = await answer(['procedure'], [...PROCEDURE.slice(0, -1), 'yes', ...second, 'no', ...WHEN]);
	expect(shown).toContain('keep-number.yaml › methods[0].when: missing, though there is another method of this kind');
	expect(shown.match(/\(so far: /g)).toHaveLength(1);
	expect({ code, problems: problems() }).toEqual({ code: 0, problems: [] });
	expect(read('carriers/povo/keep-number.yaml').match(/when: /g)).toHaveLength(2);
});

test.each(['docomo', 'POVO', 'Li nemo', 'ドコモ'])('%s cannot be the id of a new carrier', async (id) => {
	const before = files();
	const { shown } = await answer(['carrier'], [id]);
	expect(shown).toMatch(/is there already; see carriers|not a carrier id\. Name the folder in kebab-case/);
	expect(files()).toEqual(before);
});

test('answers that end too early write nothing', async () => {
	const before = files();
	for (const lines of [[], PROCEDURE.slice(0, 1), PROCEDURE.slice(0, -1)]) {
		const { shown, code } = await answer(['procedure'], lines);
		expect(shown).toMatch(/\n> \nThe answers ended before the file was complete, so nothing was written\. .*\n$/);
		expect(code).toBe(1);
	}
	expect(files()).toEqual(before);
});

test('a file that appears while the questions are asked is not overwritten', async () => {
	const output = new PassThrough();
	const input = new PassThrough();
	const done = runNew(['procedure'], { input, output, folder, drafts, today });
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

test('an answer is held against the rules at once', async () => {
	const kana = [...IDENTITY.slice(0, 4), 'ラインモ', 'LINEMO'];
	const { shown } = await answer(['carrier'], kana);
	expect(shown).toMatch(/in zh-Hant:\n> "ラインモ": Japanese characters\. Write it in the script of this language/);
	expect((await answer(['carrier'], ['linemo', 'LINEMO', 'ドコモ'])).shown).toContain('"ドコモ": leads to docomo too');
});

test('a typed < returns to the question before, and = keeps what was answered there', async () => {
	const [en = '', ja = '', ...chinese] = GIST;
	const other = ['docomo', 'renew', '<', '<', 'povo', 'top-up'];
	const gist = ['Wrong.', '<', en, ja, '<', '<', '=', '=', ...chinese];
	const { shown, code } = await answer(['procedure'], [...other, ...gist, NONE, ...METHOD, 'no']);
	for (const before of ['docomo', 'renew', 'Wrong.', en, ja]) {
		expect(shown).toContain(`\n(so far: ${before})\n> `);
	}
	expect({ code, problems: problems() }).toEqual({ code: 0, problems: [] });
	expect(read('carriers/povo/top-up.yaml')).toMatch(/^gist:\n {2}en: "Buy a topping\."\n/);
	expect(files()).not.toContain('carriers/docomo/renew.yaml');
});

test('there is nothing before the first question', async () => {
	const { shown } = await answer(['procedure'], ['<', 'povo']);
	expect(shown).toContain('> This is the first question.\n> Which procedure?');
});

test('a number that no source gives is asked for again, with what the sources say', async () => {
	const gist = ['Buy 500 yen.', '500円を購入します。', '购买500日元。', '購買500日圓。'];
	const lines = ['povo', 'keep-number', ...gist, NONE, ...METHOD, 'no', '=', '=', '=', '=', 'toppings cost 500 yen'];
	const { shown, code } = await answer(['procedure'], lines);
	expect(shown).toContain('keep-number.yaml › gist.en: a number that no source of this file gives ("500")');
	expect(shown).toContain('(so far: toppings are bought in the app)\n> ');
	expect({ code, problems: problems() }).toEqual({ code: 0, problems: [] });
	expect(read('carriers/povo/keep-number.yaml')).toContain('says: "toppings cost 500 yen"');
});

test('what is kept in spite of the rules is written, and said to be mended', async () => {
	const gist = ['Buy 500 yen.', '500円を購入します。', '购买500日元。', '購買500日圓。'];
	const lines = ['povo', 'keep-number', ...gist, NONE, ...METHOD, 'no', '=', '=', '=', '=', '='];
	const { shown, code } = await answer(['procedure'], lines);
	expect(shown).toMatch(/\nWritten: .*\nTo mend: carriers\/povo\/keep-number\.yaml › gist\.en: a number/);
	expect(code).toBe(1);
	expect(problems().length).toBeGreaterThan(0);
});

test('answers that ended too early are taken up again', async () => {
	const { shown } = await answer(['procedure'], PROCEDURE.slice(0, 12));
	const [, path = ''] = /Go on with: npm run new -- procedure --resume (\S+)\n/.exec(shown) ?? [];
	expect(path.startsWith(drafts)).toBe(true);
	const rest = await answer(['procedure', '--resume', path], PROCEDURE.slice(12));
	expect(rest.shown).not.toContain('Which carrier?');
	expect({ code: rest.code, problems: problems() }).toEqual({ code: 0, problems: [] });
});

test('a file without answers cannot be taken up', async () => {
	const path = join(folder, 'carriers/povo/carrier.yaml');
	expect(await answer(['carrier', '--resume', path], [])).toEqual({
		shown: expect.stringContaining(`${path} holds no answers`),
		code: 1,
	});
});
