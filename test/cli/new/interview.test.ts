import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
	answer,
	files,
	GIST,
	IDENTITY,
	METHOD,
	NONE,
	options,
	PROCEDURE,
	problems,
	read,
	useKnowledgeFolder,
	WHEN,
} from './support.ts';

useKnowledgeFolder();

test('an answer that the check would refuse is asked again, and the right one is written', async () => {
	const beforeSource = PROCEDURE.slice(0, PROCEDURE.indexOf('https://povo.jp/en/'));
	const url = ['http://povo.jp/', 'https://localhost/', 'https://blog.jp/'];
	const source = [
		...url,
		'yes',
		'no',
		'yesterday',
		'2027-01',
		'2026-02-30',
		'2026-02',
		'copy',
		'2026-12',
		NONE,
		'it says so',
	];
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

test('answers that end too early write nothing', async () => {
	const before = files();
	for (const lines of [[], PROCEDURE.slice(0, 1), PROCEDURE.slice(0, -1)]) {
		const { shown, code } = await answer(['procedure'], lines);
		expect(shown).toMatch(/\n> \nThe answers ended before the file was complete, so nothing was written\. .*\n$/);
		expect(code).toBe(1);
	}
	expect(files()).toEqual(before);
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
	expect(path.startsWith(options.drafts)).toBe(true);
	const rest = await answer(['procedure', '--resume', path], PROCEDURE.slice(12));
	expect(rest.shown).not.toContain('Which carrier?');
	expect({ code: rest.code, problems: problems() }).toEqual({ code: 0, problems: [] });
});

test('a file without answers cannot be taken up', async () => {
	const path = join(options.folder, 'carriers/povo/carrier.yaml');
	expect(await answer(['carrier', '--resume', path], [])).toEqual({
		shown: expect.stringContaining(`${path} holds no answers`),
		code: 1,
	});
});
